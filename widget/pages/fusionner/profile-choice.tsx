/** Two profiles that differ: which one the whole diagnostic takes, since it decides which questions are asked. */
import type { AdaptedQuestionnaire } from "../../../questionnaires/engine/engine.ts";
import type { Side } from "../../tools/merge.ts";
import { say } from "./words.ts";

export interface ProfileRow extends Readonly<Record<Side, string>> {
  readonly name: string;
}

/** The variables whose values differ, in words. */
export function profileDifferences(mine: AdaptedQuestionnaire, theirs: AdaptedQuestionnaire): readonly ProfileRow[] {
  const list = new Intl.ListFormat(mine.model.questionnaire.language);
  return mine.model.questionnaire.profile.flatMap(({ id, name, options }) => {
    const words = ({ profile }: AdaptedQuestionnaire) => {
      const values = [profile.values[id] ?? []].flat().map(String);
      const labels = values.map((value) => options.find((option) => option.value === value)?.label ?? value);
      return list.format(labels) || say("said.none");
    };
    const row = { name, mine: words(mine), theirs: words(theirs) };
    return row.mine === row.theirs ? [] : [row];
  });
}

interface Props {
  readonly rows: readonly ProfileRow[];
  readonly chosen: Side;
  readonly choose: (side: Side) => void;
}

export function ProfileChoice({ rows, chosen, choose }: Props) {
  if (rows.length === 0) return null;
  return (
    <fieldset class="choice">
      <legend>{say("profile.title")}</legend>
      <ul>
        {rows.map(({ name, mine, theirs }) => (
          <li key={name}>{say("profile.row", { name, mine, theirs })}</li>
        ))}
      </ul>
      {(["mine", "theirs"] as const).map((side) => (
        <p key={side}>
          <input
            type="radio"
            name="profile"
            id={`profile-${side}`}
            checked={chosen === side}
            onChange={() => choose(side)}
          />
          <label for={`profile-${side}`}>{say(`profile.${side}`)}</label>
        </p>
      ))}
    </fieldset>
  );
}
