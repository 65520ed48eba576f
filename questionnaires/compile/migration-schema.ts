/** The YAML of `migration.yaml`: what becomes of the answers given with the previous version. Nothing else is accepted. */
import * as v from "valibot";
import { AnswerSchema } from "../schema/migration.ts";
import { say } from "./say.ts";

const text = v.pipe(v.string(), v.minLength(1));
const image = v.exactOptional(
  say(AnswerSchema, "Nouvelle réponse pour cette ancienne réponse : niveau de 0 à 4, nsp ou na."),
);
/** Old answers as keys: an object rather than a record, so that editors propose them. */
const images = v.strictObject({ 0: image, 1: image, 2: image, 3: image, 4: image, nsp: image, na: image });

export const AuthoredMigrationSchema = v.strictObject({
  from: say(v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)), "Version précédente, dont viennent les réponses."),
  profile: say(
    v.optional(
      v.record(
        text,
        say(
          v.strictObject({
            fate: say(
              v.picklist(["re-ask", "dropped", "mapped"]),
              "re-ask : reposée ; dropped : retirée ; mapped : traduite.",
            ),
            reason: say(text, "Pourquoi, en une phrase que la personne lit."),
            values: say(
              v.optional(v.record(text, say(text, "Nouvelle valeur de cette ancienne valeur.")), {}),
              "Anciennes valeurs et leur nouvelle valeur, seulement si c’est certain.",
            ),
          }),
          "Ce que devient cette variable du profil.",
        ),
      ),
      {},
    ),
    "Variables du profil qui changent ; les autres sont gardées.",
  ),
  questions: say(
    v.record(
      text,
      say(
        v.strictObject({
          fate: say(
            v.picklist(["kept", "re-ask", "dropped", "mapped"]),
            "kept : gardée ; re-ask : reposée ; dropped : retirée ; mapped : traduite.",
          ),
          reason: say(text, "Pourquoi, en une phrase que la personne lit."),
          to: say(
            v.optional(
              v.record(text, say(images, "Pour cette nouvelle question : ancienne réponse, puis nouvelle réponse.")),
              {},
            ),
            "Nouvelles questions qui reçoivent la réponse.",
          ),
        }),
        "Ce que devient la réponse à cette ancienne question.",
      ),
    ),
    "Questions qui changent ; celles qui manquent ici gardent leur réponse.",
  ),
});

export type AuthoredMigration = v.InferOutput<typeof AuthoredMigrationSchema>;
