/** The calendar of the plan, read back by another library: one reminder per action to do, and nothing that identifies. */
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { planCalendar } from "../../../widget/pages/plan/calendar.ts";
import { addDays } from "../../../widget/pages/plan/days.ts";
import { mark, noMarks, planBy } from "../../../widget/pages/plan/marks.ts";
import { opened, t } from "./opened.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const KEY = "0123456789ab";

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.name).toBe("vcalendar");
  return calendar.getAllSubcomponents("vevent");
}

const value = (event: InstanceType<typeof ICAL.Component>, name: string) => String(event.getFirstPropertyValue(name));

it("holds one whole-day event per action that is not done, on its deadline", () => {
  const diagnostic = opened("SSIAD");
  const [first, second, third] = diagnostic.result.actions;
  let marks = mark(noMarks("2026-11-22"), first?.id ?? "", "done");
  marks = planBy(marks, second?.id ?? "", "2027-01-15");
  const events = eventsOf(planCalendar(diagnostic, marks, t, KEY, NOW));
  expect(events.length).toBe(diagnostic.result.actions.length - 1);
  const byUid = new Map(events.map((event) => [value(event, "uid"), event]));
  expect(byUid.size).toBe(events.length);
  expect(byUid.has(`${first?.id}.${KEY}@diag-cyber-esms`)).toBe(false);
  const planned = byUid.get(`${second?.id}.${KEY}@diag-cyber-esms`);
  expect(planned && value(planned, "dtstart")).toBe("2027-01-15");
  const todo = byUid.get(`${third?.id}.${KEY}@diag-cyber-esms`);
  expect(todo && value(todo, "dtstart")).toBe(addDays("2026-11-22", third?.days ?? 0));
});

it("names each action, reminds of it a week before, keeps it private and out of what blocks a day", () => {
  const diagnostic = opened("EHPAD");
  for (const event of eventsOf(planCalendar(diagnostic, noMarks("2026-11-22"), t, KEY, NOW))) {
    const id = value(event, "uid").split(".")[0] ?? "";
    const action = diagnostic.model.actionById.get(id);
    expect(value(event, "summary")).toBe(`Échéance\u00A0: ${action?.title}`);
    for (const step of action?.steps ?? []) expect(value(event, "description")).toContain(step);
    expect(value(event, "class")).toBe("PRIVATE");
    expect(value(event, "transp")).toBe("TRANSPARENT");
    expect(value(event, "dtstamp")).toBe("2026-11-22T10:00:00Z");
    const alarm = event.getFirstSubcomponent("valarm");
    expect(alarm && value(alarm, "trigger")).toBe("-P7D");
    expect(alarm && value(alarm, "action")).toBe("DISPLAY");
  }
});

it("keeps its identifiers when it is made again another day, so that a calendar updates and does not repeat", () => {
  const diagnostic = opened("EHPAD");
  const uids = (now: Date) =>
    eventsOf(planCalendar(diagnostic, noMarks("2026-11-22"), t, KEY, now)).map((event) => value(event, "uid"));
  expect(uids(new Date("2027-02-01T00:00:00Z"))).toEqual(uids(NOW));
});

it("never holds the code, an address or a person", () => {
  const diagnostic = opened("SSIAD");
  const text = planCalendar(diagnostic, noMarks("2026-11-22"), t, KEY, NOW).replaceAll("\r\n ", "");
  expect(text).not.toContain(diagnostic.code.split(".").at(-1));
  expect(text).not.toMatch(/^(ORGANIZER|ATTENDEE|CONTACT|URL|LOCATION)/m);
});
