/** What `npm run token` is asked to do, read from its arguments, or a French sentence on what is wrong with them. Pure. */
import { parseArgs } from "node:util";
import { fill } from "../../questionnaires/interop/texts.ts";
import { expiryOf, latestExpiry } from "../../worker/access/expiry.ts";
import { MAX_DAYS } from "../../worker/access/grant.ts";
import type { Outcome } from "../database/refusal.ts";
import { faultyOption, WHERE, type Where, whereFrom } from "../database/where.ts";
import texts from "./texts.fr.json" with { type: "json" };

/** A token to be drawn: who gets it, what it reads (null = all), until which day. */
export interface Creation {
  readonly verb: "create";
  readonly label: string;
  readonly territory: string | null;
  readonly expiresOn: string;
}

export type Command = Creation | { readonly verb: "list" } | { readonly verb: "revoke"; readonly id: string };

export interface Asked {
  readonly command: Command;
  readonly where: Where;
}

/** Territories by their code; `region` null = no region, hence no scope. */
type Territories = readonly { readonly code: string; readonly region: string | null }[];

const OPTIONS = {
  ...WHERE,
  label: { type: "string" },
  territory: { type: "string" },
  expires: { type: "string" },
  days: { type: "string" },
} as const;

type Values = Readonly<Partial<Record<Exclude<keyof typeof OPTIONS, "remote">, string>>>;

/** One line, with a visible sign, as long as a list can show. */
const LABEL = /^(?=.*\S)[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u;

/** The command and its database. `today` is a day, `2026-11-22`. */
export function readCommand(args: readonly string[], today: string, territories: Territories): Outcome<Asked> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return refuse("option", { option: faultyOption(error) });
  }
  const { values, positionals } = parsed;
  const where = whereFrom(values);
  if (!where.ok) return where;
  const command = commandFrom(positionals, values, today, territories);
  return command.ok ? { ok: true, value: { command: command.value, where: where.value } } : command;
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

function commandFrom([verb, id, ...more]: readonly string[], values: Values, today: string, territories: Territories) {
  if (verb === "create" && id === undefined) return creation(values, today, territories);
  const [extra] = [
    ...Object.keys(values)
      .filter((name) => !(name in WHERE))
      .map((name) => `--${name}`),
    ...more,
  ];
  if (extra !== undefined) return refuse("option", { option: extra });
  if (verb === "list" && id === undefined) return accept({ verb });
  if (verb !== "revoke") return { ok: false, sentence: [texts.refusals.command, ...texts.usage].join("\n") } as const;
  return id === undefined ? refuse("which") : accept({ verb, id });
}

function creation(
  { label, territory, expires, days }: Values,
  today: string,
  territories: Territories,
): Outcome<Command> {
  if (label === undefined) return refuse("no-label");
  if (!LABEL.test(label)) return refuse("label");
  if (territory !== undefined) {
    const found = territories.find(({ code }) => code === territory);
    const codes = territories.filter(({ region }) => region !== null).map(({ code }) => code);
    if (found === undefined) return refuse("territory", { territory, codes: codes.join(", ") });
    if (found.region === null) return refuse("national", { territory });
  }
  const expiry = expiryOf({ expires, days }, today);
  if (expiry.ok) return accept({ verb: "create", label, territory: territory ?? null, expiresOn: expiry.expiresOn });
  const said = { expires: expires ?? "", days: days ?? "", latest: latestExpiry(today), most: MAX_DAYS };
  return refuse(expiry.reason, said);
}

function accept(command: Command): Outcome<Command> {
  return { ok: true, value: command };
}

/** The refusal of this reason. */
export function refuse(reason: keyof typeof texts.refusals, values: Readonly<Record<string, string | number>> = {}) {
  return { ok: false, sentence: fill(texts.refusals[reason], values) } as const;
}
