/** How long one complete diagnostic takes in the engine (adapt, score, plan), against the time to print its result as JSON. */
import { compileAll } from "../questionnaires/compile/compile-all.ts";
import { adapt, diagnose, parseAnswers, parseProfile } from "../questionnaires/engine/engine.ts";
import { adapted, answersTo, examplesOf, shipped } from "../test/support/questionnaires.ts";
import { median, medianMicroseconds } from "./measure.ts";

/** Design §8: a complete diagnostic, warm, median. */
const BAR_MICROSECONDS = 50;

/** Prints, for each worked example, the medians and their ratios to the baseline and to the bar. */
export function benchEngine(): void {
  console.log("engine: median of one complete diagnostic, warm (baseline: JSON.stringify of its result)");
  for (const model of shipped) {
    for (const example of examplesOf(model)) {
      const questionnaire = adapted(model, example.profile);
      const answers = answersTo(questionnaire, example.answers);
      const result = diagnose(questionnaire, answers);
      const baseline = medianMicroseconds(() => JSON.stringify(result));
      const score = medianMicroseconds(() => diagnose(questionnaire, answers));
      const both = medianMicroseconds(() => diagnose(adapt(model, questionnaire.profile), answers));
      const whole = medianMicroseconds(() => {
        const profile = parseProfile(model, example.profile);
        if (!profile.ok) throw new Error("The example's profile is refused.");
        const fresh = adapt(model, profile.value);
        const parsed = parseAnswers(fresh, example.answers);
        return parsed.ok && diagnose(fresh, parsed.value);
      });
      const line = (name: string, time: number) =>
        `  ${name} ${time.toFixed(1)} µs = ${(time / baseline).toFixed(2)} × baseline, ${(time / BAR_MICROSECONDS).toFixed(2)} × the bar of ${BAR_MICROSECONDS} µs`;
      console.log(
        `${model.questionnaire.id} ${model.questionnaire.version}, ${example.title}: baseline ${baseline.toFixed(1)} µs`,
      );
      console.log(line("diagnose                         ", score));
      console.log(line("adapt, diagnose                  ", both));
      console.log(line("profile, adapt, answers, diagnose", whole));
    }
  }
}

/** The bar of the build: all versions compiled and checked, in milliseconds. */
const COMPILE_BAR_MS = 2000;

/** Prints the time to compile every version, and its ratio to the bar. */
export function benchCompile(): void {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    compileAll();
    return performance.now() - start;
  });
  const time = median(times);
  console.log(
    `compile: every version in ${time.toFixed(0)} ms = ${(time / COMPILE_BAR_MS).toFixed(2)} × the bar of 2 s`,
  );
}

if (import.meta.main) {
  benchEngine();
  benchCompile();
}
