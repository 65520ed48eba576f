/** The fragment keeps the whole plan in a short text, and believes nothing it cannot understand. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, type Day, dayOf, localDay } from "../../../widget/pages/plan/days.ts";
import { readFragment, readMarks, writeFragment } from "../../../widget/pages/plan/fragment.ts";
import { load } from "../../../widget/pages/plan/load.ts";
import {
  deadlineOf,
  type Mark,
  type Marks,
  mark,
  markOf,
  noMarks,
  planBy,
  planOnly,
} from "../../../widget/pages/plan/marks.ts";
import { runs } from "../../support/runs.ts";
import { actions, opened } from "./opened.ts";

const TODAY: Day = "2026-11-22";
const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays("2026-01-01", count));
const marked: fc.Arbitrary<Marks> = fc
  .tuple(
    days,
    fc.array(fc.tuple(fc.constantFrom(...actions), fc.constantFrom<Mark>("todo", "planned", "done"), fc.option(days))),
  )
  .map(([from, steps]) =>
    steps.reduce((marks, [id, as, day]) => {
      const next = mark(marks, id, as);
      return as === "planned" ? planBy(next, id, day) : next;
    }, noMarks(from)),
  );

const sorted = ({ from, done, planned }: Marks) => ({
  from,
  done: [...done].sort(),
  planned: [...planned].sort(([a], [b]) => a.localeCompare(b)),
});

it("gives back every mark that was written, whatever they are", () => {
  fc.assert(
    fc.property(marked, fc.constantFrom(null, "ara", "paca"), (marks, territory) => {
      const text = writeFragment("esms.1.1.0.ABC", marks, actions, territory);
      const fragment = readFragment(text);
      expect(fragment.code).toBe("esms.1.1.0.ABC");
      expect(fragment.territory).toBe(territory);
      const read = readMarks(fragment, actions, TODAY);
      expect(sorted(read)).toEqual(sorted(marks));
      expect(writeFragment("esms.1.1.0.ABC", read, actions, territory)).toBe(text);
    }),
    runs(200),
  );
});

it("fits in an address even when everything is marked, and needs no escape", () => {
  const everything = planOnly(noMarks(TODAY), actions);
  const text = actions.reduce((marks, id) => planBy(marks, id, "2027-01-15"), everything);
  const fragment = writeFragment(opened("EHPAD").code, text, actions, "ara");
  expect(fragment.length).toBeLessThan(1000);
  expect(fragment).toMatch(/^#[\w.&=~-]+$/);
});

it("leaves out what is no action, no day and no territory, and never takes an action for both done and planned", () => {
  const hostile = readFragment(
    "#code&done=0.1.999.x.-1&planned=1.2~2026-02-30.3~2026-12-01&from=hier&territory=../api",
  );
  expect(hostile.territory).toBeNull();
  const marks = readMarks(hostile, actions, TODAY);
  expect(marks.from).toBe(TODAY);
  expect([...marks.done]).toEqual([actions[0]]);
  expect([...marks.planned]).toEqual([
    [actions[1], null],
    [actions[2], "2026-12-01"],
  ]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const fragment = readFragment(text);
      readMarks(fragment, actions, TODAY);
    }),
    runs(200),
  );
});

it("counts delays from the day of the plan, unless another day was chosen", () => {
  const action = { id: actions[0] ?? "", days: 30 };
  const planned = mark(noMarks("2026-12-15"), action.id, "planned");
  expect(deadlineOf(planned, action)).toBe("2027-01-14");
  const chosen = planBy(planned, action.id, "2027-03-01");
  expect(deadlineOf(chosen, action)).toBe("2027-03-01");
  expect(deadlineOf(mark(chosen, action.id, "todo"), action)).toBe("2027-01-14");
});

it("plans at one click nothing that is already done", () => {
  const [first = "", second = "", third = ""] = actions;
  const done = mark(mark(noMarks(TODAY), first, "done"), third, "planned");
  const marks = planOnly(done, [first, second]);
  expect([first, second, third].map((id) => markOf(marks, id))).toEqual(["done", "planned", "todo"]);
});

it("knows the days that exist, and the one on the wall", () => {
  expect([dayOf("2028-02-29"), dayOf("2027-02-29"), dayOf("2027-13-01"), dayOf("22/11/2026")]).toEqual([
    "2028-02-29",
    null,
    null,
    null,
  ]);
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});

it("asks the server for nothing when the text is no code", async () => {
  for (const [text, refusal] of [
    ["bonjour", "malformed"],
    ["esms.1.1.0.ZZZZ", "altered"],
    ["[]", "malformed"],
    ['["../x","1.1.0",{},[]]', "malformed"],
    ['["esms","1.1.0",{},3]', "malformed"],
  ] as const) {
    expect(await load(text)).toEqual({ refusal });
  }
});
