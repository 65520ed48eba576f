/** The YAML of `migration.yaml`: what becomes of the answers given with the previous version. Nothing else is accepted. */
import * as v from "valibot";
import { AnswerSchema } from "../schema/migration.ts";

const text = v.pipe(v.string(), v.minLength(1));
const answerKey = v.picklist(["0", "1", "2", "3", "4", "nsp", "na"]);

export const AuthoredMigrationSchema = v.strictObject({
  from: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  /** Only the variables that change. */
  profile: v.optional(
    v.record(
      text,
      v.strictObject({
        fate: v.picklist(["re-ask", "dropped", "mapped"]),
        reason: text,
        values: v.optional(v.record(text, text), {}),
      }),
    ),
    {},
  ),
  /** A question that is absent is kept. */
  questions: v.record(
    text,
    v.strictObject({
      fate: v.picklist(["kept", "re-ask", "dropped", "mapped"]),
      reason: text,
      to: v.optional(v.record(text, v.record(answerKey, AnswerSchema)), {}),
    }),
  ),
});

export type AuthoredMigration = v.InferOutput<typeof AuthoredMigrationSchema>;
