/** One question that the two readers answer differently: both answers in words, none ticked unless one is « je ne sais pas ». */
import type { AdaptedQuestionnaire } from "../../../questionnaires/engine/engine.ts";
import { answerWords } from "../../tools/answer-words.ts";
import type { Difference, Side } from "../../tools/merge.ts";
import { say } from "./words.ts";

interface Props {
  readonly legend: string;
  readonly difference: Difference;
  readonly adapted: AdaptedQuestionnaire;
  readonly chosen: Side | undefined;
  readonly choose: (side: Side) => void;
}

export function Choice({ legend, difference, adapted, chosen, choose }: Props) {
  const { id } = difference;
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {(["mine", "theirs"] as const).map((side) => (
        <p key={side}>
          <input
            type="radio"
            name={`choice-${id}`}
            id={`choice-${id}-${side}`}
            checked={chosen === side}
            onChange={() => choose(side)}
          />
          <label for={`choice-${id}-${side}`}>
            <strong>{say(`side.${side}`)}</strong> {answerWords(adapted.model, id, difference[side], say)}
          </label>
        </p>
      ))}
    </fieldset>
  );
}
