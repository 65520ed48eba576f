/**
 * The deadlines of the plan as an iCalendar file: one whole-day event per action still to do, with a reminder. Loaded when it
 * is asked for. It never holds the code: calendars are copied to servers that are not ours.
 */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from "ical-generator";
import type { Text } from "../../text/text.ts";
import type { Day } from "./days.ts";
import { deadlineOf, type Marks } from "./marks.ts";
import type { Opened } from "./opened.ts";

/** Days before a deadline when a calendar reminds of it. */
const REMIND_BEFORE = 7;
const DAY_SECONDS = 86_400;

/** `key`: what tells this diagnostic's events from another's, and says nothing of it. `now`: the clock. */
export function planCalendar({ model, result }: Opened, marks: Marks, t: Text, key: string, now: Date): string {
  const { id: questionnaire, language } = model.questionnaire;
  const calendar = ical({
    name: t("calendar.name"),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "diag-cyber-esms", product: questionnaire, language: language.toUpperCase() },
  });
  for (const planned of result.actions) {
    const action = model.actionById.get(planned.id);
    if (!action || marks.done.has(planned.id)) continue;
    calendar
      .createEvent({
        id: `${planned.id}.${key}@diag-cyber-esms`,
        start: wholeDay(deadlineOf(marks, planned)),
        allDay: true,
        stamp: now,
        summary: t("calendar.summary", { title: action.title }),
        description: [
          t("calendar.owner", { owner: action.owner }),
          ...action.steps.map((step, index) => `${index + 1}. ${step}`),
          t("calendar.notice"),
        ].join("\n"),
        class: ICalEventClass.PRIVATE,
        transparency: ICalEventTransparency.TRANSPARENT,
      })
      .createAlarm({ type: ICalAlarmType.display, trigger: REMIND_BEFORE * DAY_SECONDS, description: action.title });
  }
  return calendar.toString();
}

/** The library reads the local day of a date: midday is that day everywhere. */
function wholeDay(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}
