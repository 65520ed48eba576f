/** A key of the authors' files and what it is for, in French: editors show it, through the generated JSON Schemas. */
import * as v from "valibot";

/** The schema of a key, with its description. */
export function say<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}
