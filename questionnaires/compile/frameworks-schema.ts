/** The YAML that lists the frameworks to which questions and actions refer. Optional: a version may refer to none. */
import * as v from "valibot";
import { say } from "./say.ts";

const text = v.pipe(v.string(), v.minLength(1));
const rank = v.pipe(v.number(), v.integer(), v.minValue(1));

export const FrameworksSchema = v.strictObject({
  frameworks: say(
    v.array(
      v.strictObject({
        id: say(text, "Identifiant : minuscules, chiffres et tirets."),
        name: say(text, "Nom du référentiel, tel qu’on le lit."),
        publisher: say(text, "Qui le publie."),
        version: say(v.optional(text), "Édition ou date citée."),
        prefixes: say(
          v.optional(v.array(text), []),
          "Débuts de référence qui le désignent : « Hyg » pour « Hyg 13 ». Le premier sert à écrire.",
        ),
        suffixes: say(
          v.optional(v.array(text), []),
          "Fins de référence qui le désignent : « CSP » pour « L.1111-8 CSP ».",
        ),
        url: say(v.optional(text), "Adresse en https ; absente, ce n’est qu’un nom."),
        checkedOn: say(
          v.optional(v.pipe(v.string(), v.isoDate())),
          "Date où l’adresse a été ouverte et relue, AAAA-MM-JJ.",
        ),
        items: say(
          v.optional(v.strictObject({ first: say(rank, "Premier numéro."), last: say(rank, "Dernier numéro.") })),
          "Numéros du référentiel, quand la liste complète est connue : la couverture dit alors ce qui manque.",
        ),
      }),
    ),
    "Référentiels cités par les questions et les actions.",
  ),
});
