/** One screen of the profile: a group of variables, pre-filled by the category where it can be, all changeable. */
import { Choices } from "../parts/choices.tsx";
import { Emergency } from "../parts/emergency.tsx";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { Heading } from "../parts/heading.tsx";
import { advance, Navigation } from "../parts/navigation.tsx";
import { SelectField } from "../parts/select-field.tsx";
import type { TextField } from "../parts/text-field.tsx";
import type { Ui } from "../parts/ui.ts";
import { isPrefilled, RADIOS, shownValue } from "../state/profile.ts";
import { categoryVariable, type ProfileVariable, type Start, variablesOf } from "../state/start.ts";
import type { State } from "../state/state.ts";

interface Props {
  readonly ui: Ui;
  readonly start: Start;
  readonly state: State;
  /** Comes with the variables that need it. */
  readonly TextField: typeof TextField | undefined;
}

export function ProfileScreen(props: Props) {
  const { ui, start, state } = props;
  const { t } = ui;
  const { page } = state.screen;
  const pages = start.groups;
  const variables = variablesOf(start, page);
  return (
    <form class="screen profile" noValidate onSubmit={advance(ui)}>
      <Emergency ui={ui} folded />
      <p class="muted">{t("profile.progress", { page: page + 1, pages: pages.length })}</p>
      <Heading ui={ui}>{t(`profile.group.${pages[page]}`)}</Heading>
      <p class="lead">{t(variables.every(({ optional }) => optional) ? "profile.optional.lead" : "profile.lead")}</p>
      <ErrorSummary ui={ui} errors={state.errors} />
      {variables.map((variable) => (
        <Field key={variable.id} {...props} variable={variable} />
      ))}
      <Navigation ui={ui} forward={t("nav.next")} />
    </form>
  );
}

function Field({ ui, start, state, TextField, variable }: Props & { readonly variable: ProfileVariable }) {
  const { t, dispatch } = ui;
  const { id, type, help, options } = variable;
  const value = shownValue(start, state.profile, variable);
  const common = { ui, id, help, errors: state.errors };
  const note = isPrefilled(start, state.profile, variable) ? t("profile.prefilled") : undefined;
  const choose = (chosen: string) => dispatch({ type: "choose", variable: id, value: chosen });
  const label = variable.optional ? `${variable.label} ${t("profile.optional")}` : variable.label;
  if (type === "integer" && TextField)
    return <TextField {...common} label={label} value={String(value)} type={choose} />;
  if (type === "single" && options.length > RADIOS) {
    const grouping = id === categoryVariable(start) ? start : null;
    return (
      <SelectField {...common} label={label} options={options} value={String(value)} choose={choose} start={grouping} />
    );
  }
  return (
    <Choices
      {...common}
      legend={label}
      note={note}
      type={type === "single" ? "radio" : "checkbox"}
      choices={options}
      chosen={typeof value === "string" ? [value] : value}
      choose={type === "single" ? choose : (ticked) => dispatch({ type: "toggle", variable: id, value: ticked })}
    />
  );
}
