/** The switch of the prepared engine: which mutant is active, and which ones an execution passes by. */

/** The number of the active mutant; −1 for the sound engine. The prepared code reads it wherever a mutant stands. */
export let active = Number(process.env.MUTANT ?? -1);

/** Whether the mutants passed by are noted: only while the sound engine is surveyed, since it takes time. */
export let surveying = process.env.SURVEY !== undefined;

let passed = new Set<number>();

/** From now on the engine is this mutant, or the sound one (−1). */
export function activate(mutant: number): void {
  active = mutant;
}

export function endSurvey(): void {
  surveying = false;
}

/** Notes a mutant passed by; never true, so that it can stand inside the condition of a switch. */
export function pass(mutant: number): boolean {
  passed.add(mutant);
  return false;
}

/** The mutants passed by since the last call, ascending. */
export function passedBy(): readonly number[] {
  const all = [...passed].sort((a, b) => a - b);
  passed = new Set();
  return all;
}
