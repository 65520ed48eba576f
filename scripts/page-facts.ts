/** Gathers what the statements must say truly: criteria, migrations, constants of the store, kept part of the profile. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Questionnaire } from "../questionnaires/schema/compiled.ts";
import type { AccessibilityFacts, Facts, StoredTable, Theme } from "../widget/pages/facts.ts";
import { ATTEMPTS } from "../widget/state/attempts.ts";
import { FLOOR, ROUNDING } from "../worker/statistics/disclosure/thresholds.ts";
import { CONTRIBUTION_QUARTERS, RECEIPT_DAYS, RECOVERY_DAYS } from "../worker/store/retention.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const MONTHS_OF_A_QUARTER = 3;

export type PageFacts = Omit<Facts, "pages">;

export function pageFacts({ language, profile }: Pick<Questionnaire, "language" | "profile">): PageFacts {
  const names = (wanted: boolean) => profile.filter(({ kept }) => kept === wanted).map(({ name }) => name);
  return {
    language,
    accessibility: accessibilityFacts(),
    privacy: {
      tables: storedTables(),
      receiptDays: RECEIPT_DAYS,
      contributionMonths: MONTHS_OF_A_QUARTER * CONTRIBUTION_QUARTERS,
      recoveryDays: RECOVERY_DAYS,
      minimum: FLOOR,
      rounding: ROUNDING,
      attempts: ATTEMPTS,
      kept: names(true),
      leftOut: names(false),
    },
  };
}

/** The table of criteria, as docs/accessibility/criteria.yaml has it; test/repository checks its shape. */
function accessibilityFacts(): AccessibilityFacts {
  const { establishedOn, themes } = parse(readFileSync(at("docs/accessibility/criteria.yaml"), "utf8")) as {
    readonly establishedOn: string;
    readonly themes: readonly Theme[];
  };
  const { devDependencies } = JSON.parse(readFileSync(at("package.json"), "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return { establishedOn, themes, axe: devDependencies["axe-core"] ?? "" };
}

/** The tables that the migrations leave, with their columns, those added later included. */
function storedTables(): readonly StoredTable[] {
  const folder = at("worker/migrations");
  const sql = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");
  return [...sql.matchAll(/^CREATE TABLE (\w+) \(\n([\s\S]*?)\n\)/gm)].map(([, name = "", body = ""]) => {
    const created = [...body.matchAll(/^ {2}([a-z_]+) /gm)].map(([, column]) => column ?? "");
    const added = [...sql.matchAll(new RegExp(`^ALTER TABLE ${name} ADD COLUMN (\\w+)`, "gm"))];
    return { name, columns: [...created, ...added.map(([, column]) => column ?? "")] };
  });
}
