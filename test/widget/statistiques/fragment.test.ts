/** The address of a view: what is looked at, and never who looks. */
import { expect, it } from "vitest";
import { readFragment, type Shown, START, writeFragment } from "../../../widget/pages/statistiques/fragment.ts";

const FULL: Shown = {
  release: 3,
  table: "department-sector",
  territory: "ara",
  measure: "domains",
  filters: { row: "2A", shown: "published" },
  search: "âgées & co = 1",
  sort: { column: "score_mean", down: true },
  ticked: ["pa~oui", "ph~non"],
};

it("is empty for what the page shows by itself", () => {
  expect(writeFragment(START)).toBe("");
  expect(readFragment("")).toEqual(START);
});

it("gives back every choice", () => {
  expect(readFragment(writeFragment(FULL))).toEqual(FULL);
});

it("leaves out what it cannot understand", () => {
  const hostile = "#release=-1&table=../x&territory=<b>&show=all&sort=;&in.=x&token=dce_secret&__proto__=1";
  expect(readFragment(hostile)).toEqual(START);
});

it("has no place for a token", () => {
  expect(writeFragment({ ...START, token: "dce_secret" } as Shown)).toBe("");
});
