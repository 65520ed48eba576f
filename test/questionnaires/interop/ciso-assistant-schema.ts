/** The JSON Schema written from CISO Assistant's documentation, as a function that lists what does not hold to it. */
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import schema from "../../../questionnaires/interop/ciso-assistant.schema.json" with { type: "json" };

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
formats.default(ajv);
ajv.addSchema(schema, "ciso-assistant");

export function faultsOf(kind: "library" | "audit", value: unknown): readonly string[] {
  const validate = ajv.getSchema(`ciso-assistant#/$defs/${kind}`);
  if (!validate) throw new Error(`The schema has no ${kind}.`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
