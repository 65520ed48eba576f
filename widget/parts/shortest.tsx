/** The shortest way: the cheapest set of actions to the expected score, and the one to the next level. */
import { cheapestSets, shownScore } from "../../questionnaires/engine/engine.ts";
import type { CheapestSets } from "../../questionnaires/schema/result.ts";
import { type Context, plural } from "../journey/context.ts";
import { Heading } from "./heading.tsx";

/** A way of more actions than this is no short way: the plan says it better. */
const MOST = 6;

export function Shortest(context: Context) {
  const { ui, seen, model } = context;
  const { expected, nextLevel } = cheapestSets(seen.adapted, seen.answers);
  const { levels } = model.questionnaire;
  const level = levels.find(({ from }) => from === nextLevel?.goal);
  const ways = [nextLevel, expected].filter((way) => way !== null && way.actions.length <= MOST);
  if (ways.length === 0) return null;
  const same = nextLevel && expected && nextLevel.actions.join() === expected.actions.join();
  return (
    <section class="card">
      <Heading ui={ui} depth={1}>
        {ui.t("shortest.title")}
      </Heading>
      <p>{ui.t("shortest.lead")}</p>
      {nextLevel && level && ways.includes(nextLevel) && (
        <Way
          context={context}
          way={nextLevel}
          to={ui.t(same ? "shortest.both" : "shortest.level", {
            level: level.level,
            name: level.name,
            goal: expected?.goal ?? 0,
          })}
        />
      )}
      {expected && !same && ways.includes(expected) && (
        <Way context={context} way={expected} to={ui.t("shortest.expected", { goal: expected.goal })} />
      )}
    </section>
  );
}

interface WayProps {
  readonly context: Context;
  readonly way: NonNullable<CheapestSets["expected"]>;
  readonly to: string;
}

function Way({ context, way, to }: WayProps) {
  const { ui, model } = context;
  const score = shownScore(model.questionnaire, way.score);
  return (
    <>
      <Heading ui={ui} depth={2}>
        {to}
      </Heading>
      <p>
        {plural(context, "shortest.actions", way.actions.length)} {ui.t("shortest.score", { score })}
      </p>
      <ul>
        {way.actions.map((id) => (
          <li key={id}>{model.actionById.get(id)?.title ?? id}</li>
        ))}
      </ul>
    </>
  );
}
