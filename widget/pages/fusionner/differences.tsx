/** What the two readers say differently, with a choice for each; then the code of the whole. Nothing is guessed. */
import { useState } from "preact/hooks";
import { pack } from "../../../questionnaires/engine/engine.ts";
import type { OpenedCode } from "../../codes/open-code.ts";
import { questionWords } from "../../tools/answer-words.ts";
import { type Choices, mergedAnswers, mergeOf, openDifferences, type Side, suggestions } from "../../tools/merge.ts";
import { Choice } from "./choice.tsx";
import { Merged } from "./merged.tsx";
import { ProfileChoice, profileDifferences } from "./profile-choice.tsx";
import { say } from "./words.ts";

type Codes = Readonly<Record<Side, OpenedCode>>;

export function Differences(codes: Codes) {
  const [profile, setProfile] = useState<Side>("mine");
  const { adapted } = codes[profile].current;
  const merge = mergeOf(adapted, codes.mine.current.answers, codes.theirs.current.answers);
  const [chosen, setChosen] = useState<Choices>({});
  const choices = { ...suggestions(merge), ...chosen };
  const open = openDifferences(merge, choices);
  const left = open.filter(({ id }) => !choices[id]).length;
  const all = (side: Side) => setChosen(Object.fromEntries(open.map(({ id }) => [id, side])));
  const { only, aside } = merge;
  return (
    <>
      <Older codes={codes} />
      <ProfileChoice
        rows={profileDifferences(codes.mine.current.adapted, codes.theirs.current.adapted)}
        chosen={profile}
        choose={setProfile}
      />
      <p>{say("merge.settled", { same: merge.settled.size - only.mine.length - only.theirs.length })}</p>
      <p>{say("merge.only", { mine: only.mine.length, theirs: only.theirs.length })}</p>
      {aside.length > 0 && <p>{say("merge.aside", { count: aside.length })}</p>}
      {open.length === 0 ? (
        <p class="notice">{say("merge.none")}</p>
      ) : (
        <>
          <h3>{say("merge.differences", { count: open.length })}</h3>
          <p class="buttons">
            <button type="button" class="second" onClick={() => all("mine")}>
              {say("merge.all.mine")}
            </button>
            <button type="button" class="second" onClick={() => all("theirs")}>
              {say("merge.all.theirs")}
            </button>
          </p>
          {open.map((difference) => (
            <Choice
              key={difference.id}
              legend={questionWords(adapted.model, difference.id)}
              difference={difference}
              adapted={adapted}
              chosen={choices[difference.id]}
              choose={(side) => setChosen({ ...chosen, [difference.id]: side })}
            />
          ))}
        </>
      )}
      <Merged left={left} code={pack({ adapted, answers: mergedAnswers(merge, choices) })} />
    </>
  );
}

/** A code of an older version: what could not be carried is open in the whole. */
function Older({ codes }: { readonly codes: Codes }) {
  const told = (["mine", "theirs"] as const).flatMap((side) => {
    const { carried, own } = codes[side];
    return carried ? [{ side, version: own.adapted.model.questionnaire.version, lost: carried.reAsk.length }] : [];
  });
  return (
    <>
      {told.map(({ side, version, lost }) => (
        <p class="notice" key={side}>
          {say(`merge.older.${side}`, { version, lost })}
        </p>
      ))}
    </>
  );
}
