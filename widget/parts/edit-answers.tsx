/** Back to any step, or to the profile, with everything kept. */
import { type Context, domainLabel } from "../journey/context.ts";
import { domainsOf } from "../journey/steps.ts";
import { counter } from "../screens/step.tsx";
import { Heading } from "./heading.tsx";

export function EditAnswers(context: Context) {
  const { ui, seen } = context;
  const { t, dispatch } = ui;
  return (
    <>
      <Heading ui={ui} depth={1}>
        {t("edit.title")}
      </Heading>
      <p>{t("edit.lead")}</p>
      <details class="fold" data-keep-closed="">
        <summary>{t("edit.answers")}</summary>
        <ul class="links">
          {seen.steps.map((step, page) => (
            <li key={step.first}>
              <button
                type="button"
                class="quiet"
                onClick={() => dispatch({ type: "go", screen: { name: "step", page } })}
              >
                {domainsOf(step)
                  .map((id) => domainLabel(context, id))
                  .join(t("step.title.separator"))}{" "}
                <span class="muted">{counter(context, step)}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
      <div class="buttons">
        <button type="button" onClick={() => dispatch({ type: "go", screen: { name: "profile", page: 0 } })}>
          {t("profile.change")}
        </button>
      </div>
    </>
  );
}
