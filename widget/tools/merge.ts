/** Two readers of one diagnostic: what they agree on, what only one answered, and what the director must choose. Pure. */
import {
  type AdaptedQuestionnaire,
  type Answer,
  type Answers,
  deductions,
} from "../../questionnaires/engine/engine.ts";

export type Side = "mine" | "theirs";

export interface Difference {
  readonly id: string;
  readonly mine: Answer;
  readonly theirs: Answer;
  /** A known answer before « je ne sais pas »; null between two known answers: then nothing is guessed. */
  readonly suggested: Side | null;
}

export interface Merge {
  readonly adapted: AdaptedQuestionnaire;
  /** The same on both sides, or given by one side only. */
  readonly settled: Answers;
  /** In display order. */
  readonly differences: readonly Difference[];
  /** Questions that one side alone answered, in display order. */
  readonly only: Readonly<Record<Side, readonly string[]>>;
  /** Answers of the other reader to questions that this profile is not asked. */
  readonly aside: readonly string[];
}

/** `adapted`: the questionnaire of the profile that was kept. */
export function mergeOf(adapted: AdaptedQuestionnaire, mine: Answers, theirs: Answers): Merge {
  const settled = new Map<string, Answer>();
  const differences: Difference[] = [];
  const displayed = new Set(adapted.displayed.map(({ id }) => id));
  const only: Record<Side, string[]> = { mine: [], theirs: [] };
  for (const { id } of adapted.displayed) {
    const [own, other] = [mine.get(id), theirs.get(id)];
    if (own !== undefined && other !== undefined && own !== other) {
      differences.push({ id, mine: own, theirs: other, suggested: suggestion(own, other) });
      continue;
    }
    const given = own ?? other;
    if (given === undefined) continue;
    settled.set(id, given);
    if (other === undefined) only.mine.push(id);
    if (own === undefined) only.theirs.push(id);
  }
  return { adapted, settled, differences, only, aside: [...theirs.keys()].filter((id) => !displayed.has(id)) };
}

export type Choices = Readonly<Record<string, Side>>;

/** The answers after these choices; a difference without a choice is left open. */
export function mergedAnswers({ settled, differences }: Merge, choices: Choices): Answers {
  const chosen = differences.flatMap((difference) => {
    const side = choices[difference.id];
    return side ? [[difference.id, difference[side]] as const] : [];
  });
  return new Map([...settled, ...chosen]);
}

/** The differences that the answers chosen so far do not already decide: a deduced question has nothing to choose. */
export function openDifferences(merge: Merge, choices: Choices): readonly Difference[] {
  const deduced = deductions(merge.adapted, mergedAnswers(merge, choices));
  return merge.differences.filter(({ id }) => !deduced.has(id));
}

/** What is ticked at first. */
export function suggestions({ differences }: Merge): Choices {
  return Object.fromEntries(differences.flatMap(({ id, suggested }) => (suggested ? [[id, suggested]] : [])));
}

function suggestion(mine: Answer, theirs: Answer): Side | null {
  if (mine === "nsp") return "theirs";
  return theirs === "nsp" ? "mine" : null;
}
