/** The reducer: every way through the diagnostic, without a page. */
import { describe, expect, it } from "vitest";
import { INITIAL } from "../../widget/state/state.ts";
import { answer, contentOf, next, play, previous, toQuestions } from "./walk.ts";

const screen = (name: string, page = 0) => ({ name, page });

describe("the way", () => {
  it("goes from the start to the profile, and no further without its answers", () => {
    expect(play([next]).screen).toEqual(screen("profile"));
    const refused = play([next, next]);
    expect(refused.screen).toEqual(screen("profile"));
    expect(refused.errors.map(({ field, target }) => [field, target])).toEqual([["size", "size-0"]]);
    expect(refused.refusals).toBe(1);
  });

  it("goes through the core, the flash result, the rest, and ends on the result", () => {
    expect(play(toQuestions).screen).toEqual(screen("step"));
    const flash = play([...toQuestions, answer("a", 3), answer("b", 2), next]);
    expect(flash.screen).toEqual(screen("flash"));
    const rest = play([next], contentOf(), flash);
    expect(rest.screen).toEqual(screen("step", 1));
    const done = play([answer("c", 4), next], contentOf(), rest);
    expect(done.screen).toEqual(screen("result"));
    expect(done.finished).toBe(true);
  });

  it("refuses a step with an open question, naming it, and forgets the error once it is answered", () => {
    const refused = play([...toQuestions, answer("a", 3), next]);
    expect(refused.screen).toEqual(screen("step"));
    expect(refused.errors.map(({ field }) => field)).toEqual(["b"]);
    expect(play([answer("b", 0)], contentOf(), refused).errors).toEqual([]);
  });

  it("does not ask for what is deduced, and asks again when the source changes", () => {
    const deduced = play([...toQuestions, answer("a", 0), next]);
    expect(deduced.screen).toEqual(screen("flash"));
    const back = play([previous, answer("a", 2), next], contentOf(), deduced);
    expect(back.errors.map(({ field }) => field)).toEqual(["b"]);
  });

  it("comes back from every screen to the one before", () => {
    const result = play([...toQuestions, answer("a", 3), answer("b", 2), next, next, answer("c", 4), next]);
    const names: string[] = [];
    let state = result;
    for (let presses = 0; presses < 7; presses++) {
      state = play([previous], contentOf(), state);
      names.push(`${state.screen.name}-${state.screen.page}`);
    }
    expect(names).toEqual(["step-1", "flash-0", "step-0", "overview-0", "profile-0", "start-0", "start-0"]);
  });

  it("leads a place that is not open yet to what it waits for", () => {
    const ask = (name: "result" | "step" | "flash") => ({ type: "go", screen: { name, page: 0 } }) as const;
    expect(play([next, ask("result")]).screen).toEqual(screen("profile"));
    expect(play([...toQuestions, ask("result")]).screen).toEqual(screen("step"));
    expect(play([...toQuestions, answer("a", 3), answer("b", 3), ask("result")]).screen).toEqual(screen("step", 1));
    expect(play([...toQuestions, answer("a", 3), answer("b", 3), ask("flash")]).screen).toEqual(screen("flash"));
  });

  it("leads back to the result after a correction, and keeps every answer", () => {
    const result = play([...toQuestions, answer("a", 3), answer("b", 2), next, next, answer("c", 4), next]);
    const corrected = play(
      [{ type: "go", screen: { name: "step", page: 0 } }, answer("b", 4), next],
      contentOf(),
      result,
    );
    expect(corrected.screen).toEqual(screen("result"));
    expect(corrected.answers).toEqual({ a: 3, b: 4, c: 4 });
  });

  it("starts again only when confirmed", () => {
    const asked = play([...toQuestions, answer("a", 3), { type: "reset", step: "ask" }]);
    expect(asked.answers).toEqual({ a: 3 });
    expect(play([{ type: "reset", step: "cancel" }], contentOf(), asked).confirmingReset).toBe(false);
    expect(play([{ type: "reset", step: "confirm" }], contentOf(), asked)).toEqual(INITIAL);
  });

  it("stands still on what only the later chunk knows, until it has arrived", () => {
    const content = { ...contentOf(), journey: null };
    const state = play([next, { type: "choose", variable: "size", value: "small" }, next, next], content);
    expect(state.screen).toEqual(screen("overview"));
  });
});

describe("the contribution", () => {
  const send = { type: "send", key: "first" } as const;

  it("keeps one key for all the tries of one diagnostic", () => {
    const failed = play([...toQuestions, send, { type: "refused", key: "first", reason: null }]);
    expect(failed.contribution).toEqual({ status: "failed", attempt: 1, key: "first", reason: null });
    const again = play([{ type: "send", key: "second" }], contentOf(), failed);
    expect(again.contribution).toMatchObject({ status: "sending", key: "first" });
  });

  it("takes a new key once the answers have changed after a success", () => {
    const sending = play([...toQuestions, answer("a", 3), send]);
    const { profile, answers } = sending;
    const sent = play([{ type: "sent", key: "first", profile, answers }], contentOf(), sending);
    expect(sent.contribution.status).toBe("sent");
    expect(play([send], contentOf(), sent).contribution.status).toBe("sent");
    const changed = play([answer("a", 4), { type: "send", key: "second" }], contentOf(), sent);
    expect(changed.contribution).toMatchObject({ status: "sending", key: "second" });
  });

  it("does not thank for answers that changed while they were on their way", () => {
    const sending = play([...toQuestions, answer("a", 3), send]);
    const { profile, answers } = sending;
    const late = play([answer("a", 4), { type: "sent", key: "first", profile, answers }], contentOf(), sending);
    expect(late.contribution).toMatchObject({ status: "idle", key: null });
  });

  it("ignores the news of a diagnostic that was started again", () => {
    const fresh = play([
      ...toQuestions,
      send,
      { type: "reset", step: "confirm" },
      { type: "sending", key: "first", attempt: 4 },
    ]);
    expect(fresh.contribution).toEqual(INITIAL.contribution);
  });
});
