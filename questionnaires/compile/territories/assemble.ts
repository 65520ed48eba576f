/** From what an author wrote to the territory that is served: conditions compiled, what is absent made null. */
import type { Condition } from "../../schema/compiled.ts";
import type { HostedTerritory } from "../../schema/territory.ts";
import type { Part } from "../authored.ts";
import { parseExpression } from "../expression.ts";
import { error, type Finding } from "../findings.ts";
import type { AuthoredTerritory } from "./author-schema.ts";
import { placeOf } from "./part.ts";

type Link = { readonly url?: string | undefined; readonly checkedOn?: string | undefined };

/** The territory; a condition that cannot be read is noted and counts as always true. */
export function assembleTerritory(part: Part<AuthoredTerritory>): {
  territory: HostedTerritory;
  findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const condition = (list: "services" | "financing", index: number, expression: string): Condition => {
    const parsed = parseExpression(expression);
    if (parsed.ok) return parsed.condition;
    const message = `condition illisible, colonne ${parsed.column} de « ${expression} » : ${parsed.message}`;
    const mend = "suivez la grammaire : and, or, not, ==, !=, in (a, b)";
    findings.push(error(placeOf(part, [list, index, "for"]), "condition-syntax", message, mend));
    return true;
  };
  const { contacts, services, financing, region, theme, ...rest } = part.data;
  const territory: HostedTerritory = {
    ...rest,
    region: region ?? null,
    theme: theme ?? null,
    contacts: contacts.map(({ phone, email, url, checkedOn, ...contact }) => ({
      ...contact,
      phone: phone ?? null,
      email: email ?? null,
      ...linkOf({ url, checkedOn }),
    })),
    services: services.map(({ note, url, checkedOn, ...service }, index) => ({
      ...service,
      for: condition("services", index, service.for),
      note: note ?? null,
      ...linkOf({ url, checkedOn }),
    })),
    financing: financing.map(({ url, checkedOn, ...one }, index) => ({
      ...one,
      for: condition("financing", index, one.for),
      ...linkOf({ url, checkedOn }),
    })),
  };
  return { territory, findings };
}

function linkOf({ url, checkedOn }: Link) {
  return { url: url ?? null, checkedOn: checkedOn ?? null };
}
