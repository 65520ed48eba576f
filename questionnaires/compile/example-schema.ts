/** `examples.yaml`: diagnostics worked out by hand, which the engine must find again. */
import * as v from "valibot";
import { MAX_LEVEL } from "../schema/level.ts";
import { say } from "./say.ts";

const text = v.pipe(v.string(), v.minLength(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const score = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const answer = v.union([v.pipe(whole, v.maxValue(MAX_LEVEL)), v.picklist(["nsp", "na"])]);

const limit = say(score, "Limite du plafond.");

export const ExpectedSchema = v.strictObject({
  exposure: say(whole, "Points d’exposition."),
  class: say(text, "Classe d’exigence."),
  expected: say(score, "Score attendu de cette classe."),
  displayed: say(whole, "Nombre de questions posées."),
  notAssessed: say(v.array(text), "Questions que la limite d’affichage écarte."),
  domains: say(
    v.record(v.string(), say(v.nullable(score), "Score de ce domaine ; null s’il n’est pas noté.")),
    "Score de chaque domaine.",
  ),
  rawScore: say(score, "Score brut, avant plafond."),
  score: say(score, "Score final."),
  level: say(whole, "Numéro du niveau atteint."),
  reached: say(v.boolean(), "true : le score attendu est atteint."),
  caps: say(
    v.array(v.strictObject({ limit, question: say(text, "Question qui impose ce plafond.") })),
    "Plafonds actifs, le plus bas d’abord.",
  ),
  unknown: say(whole, "Nombre de « je ne sais pas »."),
  counted: say(whole, "Nombre de questions comptées (posées, sauf « non applicable »)."),
  alerts: say(v.array(text), "Questions en alerte."),
  triggeredActions: say(whole, "Nombre d’actions déclenchées, sans celle qui lève les inconnues."),
  firstActions: say(
    v.array(
      v.strictObject({
        id: say(text, "Action du plan, à cette place."),
        priority: say(v.number(), "Priorité calculée."),
        liftsCap: say(v.nullable(score), "Plafond que l’action lève, ou null."),
      }),
    ),
    "Premières actions du plan, dans l’ordre.",
  ),
});

export const ExamplesSchema = v.strictObject({
  examples: say(
    v.array(
      v.strictObject({
        title: say(text, "Nom de la structure fictive."),
        profile: say(
          v.record(
            v.string(),
            say(v.union([text, v.array(text), whole]), "Réponse à cette variable ; une liste pour un choix multiple."),
          ),
          "Profil, variable par variable.",
        ),
        answers: say(
          v.record(v.string(), say(answer, "Niveau de 0 à 4, nsp (je ne sais pas) ou na (non applicable).")),
          "Réponses, question par question.",
        ),
        expect: say(v.partial(ExpectedSchema), "Résultats calculés à la main ; chaque chiffre écrit est vérifié."),
      }),
    ),
    "Exemples calculés à la main.",
  ),
});

/** One worked example. */
export type Example = v.InferOutput<typeof ExamplesSchema>["examples"][number];
