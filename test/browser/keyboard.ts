/** A person without a mouse: Tab to a control, arrows within a group, Space to tick, Enter to go on. */
import type { Page } from "playwright-core";
import { controlOf, type Example, placeOf, variableOf } from "./example.ts";
import { questionsOnStep } from "./walk.ts";

/** The id of what has the focus, inside the shadow root. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id ?? "");
}

/** Tabs until what has the focus answers yes; gives up after a whole round. */
export async function tabTo(page: Page, wanted: (id: string) => boolean): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (wanted(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never reached the control");
}

/** In a group of radios: Tab reaches its first or its checked one, the arrows do the rest. */
async function chooseRadio(page: Page, field: string, place: number): Promise<void> {
  await tabTo(page, (id) => id.startsWith(`${field}-`) && /-\d+$/.test(id));
  await page.keyboard.press("Space");
  const from = Number((await focused(page)).split("-").at(-1));
  const key = place > from ? "ArrowDown" : "ArrowUp";
  for (let moves = Math.abs(place - from); moves > 0; moves--) await page.keyboard.press(key);
}

/** Fills the profile screen that is shown. */
export async function fillByKeyboard(page: Page, variables: readonly string[], { profile }: Example): Promise<void> {
  for (const id of variables) {
    const value = profile[id] ?? "";
    const { type, options } = variableOf(id);
    if (type === "multiple") {
      for (const one of [value].flat()) {
        await tabTo(page, (focus) => focus === controlOf(id, one));
        await page.keyboard.press("Space");
      }
    } else if (options.length > 12) {
      await tabTo(page, (focus) => focus === id);
      await page.keyboard.type(options.find((option) => option.value === value)?.label ?? "");
    } else {
      await chooseRadio(page, id, Number(controlOf(id, String(value)).split("-").at(-1)));
    }
  }
}

/** Answers the questions of the step that is shown. */
export async function answerByKeyboard(page: Page, answers: Example["answers"]): Promise<void> {
  for (const id of await questionsOnStep(page)) {
    const answer = answers[id];
    if (answer === undefined) throw new Error(`The example does not answer ${id}`);
    await chooseRadio(page, id, placeOf(id, answer));
  }
}

/** Enter in a form is its « Continuer ». */
export async function enter(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
}
