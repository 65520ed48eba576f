/** Which lines the sheet of a structure holds, part by part: the common ones, its profile's, its territory's. Pure. */
import { type Facts, holds } from "../../../questionnaires/engine/engine.ts";
import type { ConditionalLine } from "../../../questionnaires/schema/conditional-line.ts";
import type { LocalContact, LocalContacts } from "./territory.ts";

export const PARTS = ["first", "call", "declare", "cut", "never", "paper"] as const;
export type Part = (typeof PARTS)[number];

export interface SheetLine {
  readonly id: string;
  /** What is read first: whom to call, or the whole line. */
  readonly head: string;
  readonly rest: string;
  /** Whether a number, a name or a place is left to write by hand. */
  readonly blank: boolean;
}

export type Sheet = Readonly<Record<Part, readonly SheetLine[]>>;

/** `facts`: of the profile, derived ones included; empty for a sheet that suits everybody. */
export function sheetOf(lines: readonly ConditionalLine[], facts: Facts, local: LocalContacts): Sheet {
  const shown = lines.filter(({ when }) => holds(when, facts));
  const of = (part: Part) =>
    shown.filter(({ id }) => id.startsWith(`${part}.`)).map(({ id, text }) => line(id, text, part, local));
  return {
    first: of("first"),
    call: withLocal(of("call"), local),
    declare: of("declare"),
    cut: of("cut"),
    never: of("never"),
    paper: of("paper"),
  };
}

/** The first calls outside the structure: the region's own help comes before them. */
const OUTSIDE: readonly string[] = ["call.cert", "call.17cyber"];

function withLocal(calls: readonly SheetLine[], { emergency }: LocalContacts): readonly SheetLine[] {
  const place = calls.findIndex(({ id }) => OUTSIDE.includes(id));
  const own = emergency.map((contact, index) => contactLine(`call.local-${index}`, contact));
  return [...calls.slice(0, place), ...own, ...calls.slice(place)];
}

/** What follows the name of who is called. */
const SEPARATOR = /^(.*?)\s: (.*)$/;
/** A line that says a telephone number or a site leaves none to be written. */
const REACHABLE = /(?:\d{2}\s){4}\d{2}|\.fr\b/;

function line(id: string, text: string, part: Part, { authority }: LocalContacts): SheetLine {
  if (id === "call.ars" && authority !== null) return contactLine(id, { ...authority, purpose: "" });
  if (part !== "call") return { id, head: text, rest: "", blank: /\s:$/.test(text) };
  const [, head = text, rest = ""] = SEPARATOR.exec(text) ?? [];
  return { id, head, rest, blank: !REACHABLE.test(text) };
}

function contactLine(id: string, { name, purpose, phone }: LocalContact): SheetLine {
  // « During an attack: being helped »: on this sheet, the attack is there.
  const [, , why = purpose] = SEPARATOR.exec(purpose) ?? [];
  const rest = [phone, why.charAt(0).toLowerCase() + why.slice(1)].filter((text) => text).join(", ");
  return { id, head: name, rest, blank: phone === null };
}
