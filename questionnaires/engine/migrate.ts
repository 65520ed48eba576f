/**
 * Carries a diagnostic from one version of a questionnaire to the next: what stands, what is mapped with certainty, what must
 * be asked again and why. It never guesses: an answer without a certain image is asked again.
 */
import type { Question } from "../schema/compiled.ts";
import type { Migration, QuestionFate } from "../schema/migration.ts";
import type { CompletedProfile } from "../schema/result.ts";
import { type AdaptedQuestionnaire, adapt, canBeNotApplicable, placeOf } from "./adapt.ts";
import type { Answer, Answers } from "./answers.ts";
import { deductions } from "./deductions.ts";
import { migrateProfile } from "./migrate-profile.ts";
import { migrationMessage } from "./migration-messages.ts";
import type { Model } from "./model.ts";
import type { Outcome } from "./outcome.ts";
import { type ProfileState, parseProfile } from "./profile.ts";

/** All plain data. Each question that the new version displays is answered, deduced, in `reAsk` or in `added`. */
export interface Migrated {
  readonly profile: CompletedProfile;
  /** Kept or mapped; only for questions that the new version displays to this profile. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Asked before, to be asked again; new ids, in display order, each with its French reason. */
  readonly reAsk: readonly { readonly id: string; readonly reason: string }[];
  /** Old questions answered before that are no longer asked: retired, or not displayed to this profile any more. */
  readonly dropped: readonly string[];
  /** Never asked before: new questions, and those that only now concern this profile; new ids, in display order. */
  readonly added: readonly string[];
}

/** What earlier steps of a chain left unanswered, so that its reason is not forgotten. */
export type Unanswered = Pick<Migrated, "reAsk" | "added">;

const NOTHING: Unanswered = { reAsk: [], added: [] };

/**
 * One step. `profile` and `answers` were parsed by `fromModel`; the outcome fails only when the new version needs something
 * of the profile that the old one did not ask (the issues then point at it; complete the profile and start anew).
 */
export function migrate(
  migration: Migration,
  fromModel: Model,
  toModel: Model,
  profile: ProfileState,
  answers: Answers,
  earlier: Unanswered = NOTHING,
): Outcome<Migrated> {
  const parsed = parseProfile(toModel, migrateProfile(migration, profile.values));
  if (!parsed.ok) return parsed;
  const before = adapt(fromModel, profile);
  const after = adapt(toModel, parsed.value);
  const sources = sourcesOf(migration);
  const verdicts = new Map(after.displayed.map((question) => [question.id, judge(question)] as const));

  function judge(question: Question): Verdict {
    const source = sources.get(question.id);
    if (!source || placeOf(before, source.id) < 0) return { kind: "added" };
    const answer = answers.get(source.id);
    if (answer === undefined) return unanswered(source.id);
    const { fate } = source;
    if (fate.fate === "kept") return offered(after, question, answer);
    // « nsp » and « na » are images of themselves only where that is written.
    const image = fate.fate === "mapped" ? fate.to[question.id]?.[String(answer)] : undefined;
    return image === undefined ? { kind: "reAsk", reason: fate.reason } : offered(after, question, image);
  }
  function unanswered(id: string): Verdict {
    if (earlier.added.includes(id)) return { kind: "added" };
    const told = earlier.reAsk.find((one) => one.id === id);
    return { kind: "reAsk", reason: told?.reason ?? migrationMessage(toModel.questionnaire, "migration.open") };
  }

  const carried = [...verdicts].flatMap(([id, one]) => (one.kind === "answered" ? [[id, one.answer] as const] : []));
  const deduced = deductions(after, new Map(carried));
  const open = [...verdicts].filter(([id]) => !deduced.has(id));
  const asked = new Set(after.displayed.flatMap(({ id }) => sources.get(id)?.id ?? []));
  return {
    ok: true,
    value: {
      profile: parsed.value.values,
      answers: Object.fromEntries(carried),
      reAsk: open.flatMap(([id, one]) => (one.kind === "reAsk" ? [{ id, reason: one.reason }] : [])),
      dropped: before.displayed.map(({ id }) => id).filter((id) => answers.has(id) && !asked.has(id)),
      added: open.flatMap(([id, one]) => (one.kind === "added" ? [id] : [])),
    },
  };
}

type Verdict =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "reAsk"; readonly reason: string }
  | { readonly kind: "added" };

type Source = { readonly id: string; readonly fate: Exclude<QuestionFate, { readonly fate: "dropped" }> };

/** For each question of the new version, the one old question it comes from; the build refuses two. */
function sourcesOf({ questions }: Migration): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const [id, fate] of Object.entries(questions)) {
    if (fate.fate === "dropped") continue;
    const targets = fate.fate === "mapped" ? Object.keys(fate.to) : [id];
    for (const target of targets) sources.set(target, { id, fate });
  }
  return sources;
}

/** The answer, if the new version still offers it to this profile. */
function offered(after: AdaptedQuestionnaire, question: Question, answer: Answer): Verdict {
  const { questionnaire } = after.model;
  if (answer === "nsp" && !question.unknownAllowed) {
    return { kind: "reAsk", reason: migrationMessage(questionnaire, "migration.nsp-withdrawn") };
  }
  if (answer === "na" && !canBeNotApplicable(after, question)) {
    return { kind: "reAsk", reason: migrationMessage(questionnaire, "migration.na-withdrawn") };
  }
  return { kind: "answered", answer };
}
