/** What every part of the page needs: the diagnostic, the marks, the words, and how to change something. */
import { deductions } from "../../../questionnaires/engine/engine.ts";
import type { Context } from "../../journey/context.ts";
import { INITIAL } from "../../state/state.ts";
import type { Help } from "../../territories/help.ts";
import type { Text } from "../../text/text.ts";
import type { Marks } from "./marks.ts";
import type { Opened } from "./opened.ts";
import type { WhatIf } from "./what-if.ts";
import type { Wish } from "./wish.ts";

export interface View {
  readonly t: Text;
  readonly opened: Opened;
  readonly marks: Marks;
  readonly simulated: WhatIf;
  readonly help: Help;
  readonly wish: Wish;
  /** Said once in the status region, and shown beside what was asked. */
  readonly notice: Notice | null;
  readonly act: {
    readonly change: (marks: Marks) => void;
    readonly copyText: (text: string, notice: Notice, refused?: Notice) => void;
    /** Null shows the national services alone. */
    readonly choosePlace: (code: string | null) => void;
    readonly retryHelp: () => void;
    readonly wish: (wish: Wish) => void;
    readonly saveCsv: () => void;
    readonly saveCalendar: () => void;
    readonly print: () => void;
  };
}

export type Notice =
  | "link-copied"
  | "text-copied"
  | "not-copied"
  | "message-copied"
  | "message-not-copied"
  | "saved"
  | "not-saved"
  | "simulated"
  | "place-chosen";

/** The same, for the parts that the widget's result shares. */
export function contextOf({ t, opened }: View, today: Date): Context {
  const { model, adapted, answers, result, explanation } = opened;
  return {
    ui: { t, dispatch: () => {}, heading: 2 },
    state: INITIAL,
    model,
    seen: { adapted, answers, deduced: deductions(adapted, answers), steps: [], result, explanation },
    act: { print: () => {}, send: () => {} },
    today,
  };
}

/** The sentence for one or for several: `key.one` or `key.other`. */
export function several({ t, opened }: View, key: string, count: number): string {
  const rule = new Intl.PluralRules(opened.model.questionnaire.language).select(count);
  return t(`${key}.${rule === "one" ? "one" : "other"}`, { count });
}
