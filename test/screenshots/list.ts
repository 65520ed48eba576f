/** What is kept in docs/screenshots: a line here is a picture in four sizes and a line of docs/screens.md. */
import { codeOf } from "../browser/diagnostic-code.ts";
import { example } from "../browser/example.ts";

export interface Pictured {
  readonly name: string;
  readonly caption: string;
}

/** A page, and the fragment that gives it something to show. */
export interface PicturedPage extends Pictured {
  readonly fragment?: string;
}

/** Screens of the diagnostic, by the names that test/browser/screens.ts gives them, in the order of the walk. */
export const SCREENS: readonly Pictured[] = [
  { name: "start", caption: "What one gets, what is asked, what is kept" },
  { name: "profile", caption: "The first screen of the profile, still empty" },
  { name: "profile-errors", caption: "What is missing, said at the top and beside each field" },
  { name: "waiting", caption: "Slow network: the questions are on their way" },
  { name: "waiting-failed", caption: "Cut network: what is kept, and a way to try again" },
  { name: "overview", caption: "How many questions fit this establishment" },
  { name: "step", caption: "A step of questions" },
  { name: "step-errors", caption: "A step left without answers" },
  { name: "flash", caption: "A first result after the core questions" },
  { name: "result", caption: "The result: level, cap, alerts, first actions, domains, plan" },
  { name: "result-compared", caption: "The result, compared with published groups alike" },
  { name: "contribution", caption: "The contribution, a separate choice" },
  { name: "contribution-retrying", caption: "Sending again, with the same key" },
  { name: "contribution-failed", caption: "The sending did not succeed; nothing is lost" },
  { name: "contribution-sent", caption: "The contribution is recorded" },
];

const ssiad = codeOf(example("SSIAD"));

/** Hosted pages, by the name of their folder in widget/pages. */
export const PAGES: readonly PicturedPage[] = [
  {
    name: "plan",
    fragment: `${ssiad}&from=2026-11-23&done=1&planned=37&territory=ara`,
    caption: "The plan to act on, one action done, one planned, with the help of a region",
  },
  { name: "crise", fragment: ssiad, caption: "The crisis sheet, to print and pin" },
  { name: "comparer", caption: "Two dates, or several establishments" },
  { name: "fusionner", caption: "The answers of two readers, made one" },
  {
    name: "statistiques",
    fragment: "table=sector-medicalised&show=levels",
    caption: "Published statistics of an invented population: a table, its picture, its files",
  },
  { name: "integrer", caption: "What a webmaster copies, with its preview" },
  { name: "besoins", caption: "What a release of an invented population says is needed, and who offers it" },
  { name: "docs", caption: "The API, from the server's own description" },
  { name: "accessibilite", caption: "The accessibility statement, made from the table of criteria" },
  { name: "confidentialite", caption: "The privacy notice, made from the migrations and constants" },
];
