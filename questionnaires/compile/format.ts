/** How findings are printed: one line each, except many doubts of one kind about one file, told together at the end. */
import { type Finding, typeset } from "./findings.ts";

const LABELS = { error: "erreur", warning: "avertissement" } as const;

/** Rules whose findings all have the same remedy: they are grouped by file. */
const GROUPED: ReadonlySet<string> = new Set(["resource-unchecked"]);

/** `file:line  severity code — message → mend`. */
export function formatFinding(one: Finding): string {
  return `${one.file}:${one.line}  ${LABELS[one.severity]} ${one.code} — ${one.message} → ${one.mend}`;
}

/** All lines to print: the errors, the warnings, then the groups. */
export function formatFindings(findings: readonly Finding[]): readonly string[] {
  const alone = findings.filter(({ code }) => !GROUPED.has(code));
  const bySeverity = [...alone.filter(isError), ...alone.filter((one) => !isError(one))];
  return [...bySeverity.map(formatFinding), ...groups(findings).map(formatGroup)];
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function groups(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const grouped = new Map<string, Finding[]>();
  for (const one of findings.filter(({ code }) => GROUPED.has(code))) {
    const key = `${one.code} ${one.file}`;
    grouped.set(key, [...(grouped.get(key) ?? []), one]);
  }
  return [...grouped.values()];
}

function formatGroup(group: readonly Finding[]): string {
  const [first] = group;
  if (!first || group.length === 1) return first ? formatFinding(first) : "";
  const lines = group.map(({ line }) => line).join(", ");
  const message = typeset(`${group.length} liens sans date de vérification, aux lignes ${lines}`);
  return `${first.file}:${first.line}  ${LABELS[first.severity]} ${first.code} — ${message} → ${first.mend}`;
}
