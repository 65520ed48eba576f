/** The two that are measured, and how each is driven: the same choices, the same questions, the same end. */
import type { Locator, Page } from "playwright-core";
import { type Example, example } from "../../test/browser/example.ts";
import { answerStep, answerUntil, fillProfile, leaveStep, next } from "../../test/browser/walk.ts";

export interface Contender {
  readonly name: string;
  readonly path: string;
  /** Clicked to reach the first question; null when it is the first thing shown. */
  readonly opener: string | null;
  readonly question: string;
  /** The choices of the screen that is shown, one per question. */
  readonly choices: (page: Page) => Locator;
  /** From the first screen to the last button before the end, which is returned. */
  readonly fill: (page: Page) => Promise<Locator>;
  /** What the end shows. */
  readonly end: string;
  /** What is there once nothing more comes. */
  readonly rest: string;
}

/** Fictional; 39 questions. */
export const SSIAD: Example = example("SSIAD");

export const OURS: Contender = {
  name: "ours",
  path: "/ours.html",
  opener: "button.primary",
  question: "fieldset.field",
  choices: (page) => page.locator("diag-cyber-esms fieldset .choice:first-child label"),
  fill: async (page) => {
    // Back to the start, which is where the shared walk begins.
    await page.getByRole("button", { name: "Précédent" }).click();
    await fillProfile(page, SSIAD);
    await next(page);
    await answerUntil(page, SSIAD.answers, "Votre premier résultat");
    await next(page);
    const last = page.getByRole("button", { name: "Voir mon résultat" });
    for (;;) {
      await answerStep(page, SSIAD.answers);
      if ((await last.count()) > 0) return last;
      const counter = await page.locator("diag-cyber-esms .progress p").textContent();
      await next(page);
      await leaveStep(page, counter);
    }
  },
  end: ".verdict",
  rest: "diag-cyber-esms canvas[style*=block]",
};

export const SURVEYJS: Contender = {
  name: "SurveyJS",
  path: "/surveyjs.html",
  opener: null,
  question: ".sd-question",
  choices: (page) => page.locator("fieldset .sd-item:first-child label"),
  fill: async (page) => {
    await page.evaluate(
      (data) => {
        const { survey } = globalThis as unknown as { survey: SurveyModel }; // made by model.js
        survey.mergeData(data);
        survey.currentPageNo = survey.visiblePageCount - 1;
      },
      { ...SSIAD.profile, ...SSIAD.answers },
    );
    return page.locator(".sd-navigation__complete-btn");
  },
  end: ".sd-completedpage",
  rest: ".sd-completedpage",
};

interface SurveyModel {
  mergeData(data: object): void;
  currentPageNo: number;
  readonly visiblePageCount: number;
}
