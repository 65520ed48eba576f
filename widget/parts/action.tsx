/** One action of the plan: what, why, how, who, how much, when, and where to find help. */
import type { Result } from "../../questionnaires/schema/result.ts";
import { type Context, plural } from "../journey/context.ts";
import { formatNumber } from "../text/score.ts";
import { Heading } from "./heading.tsx";
import { Reason } from "./verdict.tsx";

type Planned = Result["actions"][number];

interface Props {
  readonly context: Context;
  readonly planned: Planned;
}

/** In full: the three first actions. */
export function ActionCard({ context, planned }: Props) {
  const { ui, model } = context;
  const action = model.actionById.get(planned.id);
  if (!action) return null;
  return (
    <li class="card action">
      <Heading ui={ui} depth={2}>
        <span class="rank">{planned.rank}</span> {action.title}
      </Heading>
      <ActionBody context={context} planned={planned} />
    </li>
  );
}

/** In the plan: the title and the essentials, the rest folded; in full above when it is one of the first three. */
export function ActionLine({ context, planned, above }: Props & { readonly above: boolean }) {
  const { ui, model } = context;
  const action = model.actionById.get(planned.id);
  if (!action) return null;
  const meta = ui.t("action.meta", {
    owner: action.owner,
    effort: ui.t(`action.effort.${action.effort}`),
    cost: ui.t(`action.cost.${action.cost}`),
  });
  const summary = (
    <>
      <strong>{action.title}</strong> <span class="muted">{meta}</span>
    </>
  );
  if (above) {
    return (
      <li class="line">
        {summary} <span class="muted">{ui.t("action.above")}</span>
      </li>
    );
  }
  return (
    <li>
      <details class="line">
        <summary>{summary}</summary>
        <ActionBody context={context} planned={planned} />
      </details>
    </li>
  );
}

/** What folds out of an action: how, why, who, how much, when, and help. */
export function ActionBody({ context, planned }: Props) {
  const { ui, model } = context;
  const { t } = ui;
  const { language } = model.questionnaire;
  const action = model.actionById.get(planned.id);
  if (!action) return null;
  const facts = [
    ["owner", action.owner],
    ["delay", t("action.delay.days", { days: planned.days })],
    ["effort", t(`action.effort.${action.effort}`)],
    ["cost", t(`action.cost.${action.cost}`)],
  ] as const;
  return (
    <div class="body">
      {planned.liftsCap !== null && <p class="tag">{t("action.lifts", { limit: planned.liftsCap })}</p>}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`action.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="label">{t("action.steps")}</p>
      <ol>
        {action.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="label">{t("action.because")}</p>
      <ul>
        {planned.because.map((id) => (
          <Reason key={id} context={context} id={id} />
        ))}
      </ul>
      {planned.gain >= SHOWN_GAIN && (
        <p class="muted">{plural(context, "action.gain", planned.gain, formatNumber(planned.gain, language))}</p>
      )}
      <details class="fold order">
        <summary>{t("action.order")}</summary>
        <p>{orderOf(context, planned.id)}</p>
      </details>
      <Resources context={context} resources={action.resources} />
    </div>
  );
}

/** Why the action stands at its rank, in the engine's sentence. */
function orderOf({ seen }: Context, id: string): string {
  return seen.explanation().actions.find((one) => one.id === id)?.order ?? "";
}

/** A gain that would be shown as zero is not shown. */
const SHOWN_GAIN = 0.05;

interface ResourcesProps {
  readonly context: Context;
  readonly resources: readonly { readonly label: string; readonly url: string | null }[];
}

function Resources({ context: { ui }, resources }: ResourcesProps) {
  if (resources.length === 0) return null;
  return (
    <>
      <p class="label">{ui.t("action.resources")}</p>
      <ul>
        {resources.map(({ label, url }) => (
          <li key={label}>
            {url === null ? (
              label
            ) : (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {ui.t("action.link", { label })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
