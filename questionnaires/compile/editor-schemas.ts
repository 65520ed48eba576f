/** The JSON Schemas with which an editor completes and explains the authors' files, derived from what the compiler accepts. */
import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { CategoriesSchema, ProfileSchema, RegionsSchema } from "./author-profile-schema.ts";
import { ActionsSchema, QuestionsSchema } from "./author-question-schema.ts";
import { DomainsSchema, IdentitySchema, MessagesSchema } from "./author-schema.ts";
import { ExamplesSchema } from "./example-schema.ts";
import { FrameworksSchema } from "./frameworks-schema.ts";
import { AuthoredMigrationSchema } from "./migration-schema.ts";
import { AuthoredTerritorySchema } from "./territories/author-schema.ts";

type Entry = { readonly schema: v.GenericSchema; readonly files: RegExp; readonly title: string };

/** By schema name: the files it describes, and their title. */
export const EDITOR_SCHEMAS: Readonly<Record<string, Entry>> = {
  questionnaire: { schema: IdentitySchema, files: /^questionnaire\.yaml$/, title: "Identité, barèmes et règles" },
  profile: { schema: ProfileSchema, files: /^profile\.yaml$/, title: "Profil de la structure" },
  categories: { schema: CategoriesSchema, files: /^categories\.yaml$/, title: "Catégories FINESS" },
  regions: { schema: RegionsSchema, files: /^regions\.yaml$/, title: "Régions et départements" },
  domains: { schema: DomainsSchema, files: /^domains\.yaml$/, title: "Domaines" },
  questions: { schema: QuestionsSchema, files: /^questions-[a-z0-9_-]+\.yaml$/, title: "Questions d’un domaine" },
  actions: { schema: ActionsSchema, files: /^actions\.yaml$/, title: "Actions recommandées" },
  frameworks: { schema: FrameworksSchema, files: /^frameworks\.yaml$/, title: "Référentiels cités" },
  messages: { schema: MessagesSchema, files: /^(?:messages|interface)\.yaml$/, title: "Textes, une clé par texte" },
  examples: { schema: ExamplesSchema, files: /^examples\.yaml$/, title: "Exemples calculés à la main" },
  migration: {
    schema: AuthoredMigrationSchema,
    files: /^migration\.yaml$/,
    title: "Passage depuis la version précédente",
  },
  territory: {
    schema: AuthoredTerritorySchema,
    files: /^territories\/[^/]+\.yaml$/,
    title: "Un territoire : contacts, services, financements, sites",
  },
};

/** The name of the schema of a file, or undefined when nothing reads such a file. */
export function schemaNameOf(file: string): string | undefined {
  return Object.keys(EDITOR_SCHEMAS).find((name) => EDITOR_SCHEMAS[name]?.files.test(file));
}

/** One JSON Schema, as the text of its file. */
export function editorSchema({ schema, title }: Entry): string {
  // What authors write (input), not what the compiler makes of it: a key with a default may be left out.
  const { $schema, ...rest } = toJsonSchema(schema, { typeMode: "input", target: "draft-07" });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
