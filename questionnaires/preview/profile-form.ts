/** The form of the profile: one labelled field per variable, sent as the page's address so that it can be shared. */
import type { ProfileState } from "../engine/engine.ts";
import type { Questionnaire, Variable } from "../schema/compiled.ts";
import { h, type View } from "./html.ts";

/** The choice of the version and of the profile. */
export function profileForm(
  names: readonly string[],
  name: string,
  questionnaire: Questionnaire | null,
  profile: ProfileState | null,
  query: URLSearchParams,
): View {
  const version = h(
    "select",
    { id: "version", name: "version" },
    names.map((one) => h("option", { value: one, selected: one === name }, one)),
  );
  return h(
    "form",
    { method: "get", action: "/", class: "profile" },
    h("h2", { class: "boxed" }, "Version et profil"),
    h(
      "div",
      { class: "fields" },
      labelled("version", "Version", version),
      (questionnaire?.profile ?? []).map((variable) => field(variable, profile, query)),
    ),
    h("button", { type: "submit" }, "Afficher"),
  );
}

function field(variable: Variable, profile: ProfileState | null, query: URLSearchParams): View {
  const { id, label, type, options, optional, range, defaultFrom } = variable;
  const value = profile?.values[id];
  if (type === "multiple") return choices(variable, Array.isArray(value) ? value : []);
  if (type === "integer") {
    return labelled(
      id,
      label,
      h("input", { id, name: id, type: "number", min: range?.min, max: range?.max, value: value ?? "" }),
    );
  }
  const byDefault = defaultFrom !== null && !query.get(id);
  const found = byDefault ? options.find((option) => option.value === value)?.label : undefined;
  const empty = defaultFrom === null ? "(sans réponse)" : `(selon la catégorie${found ? ` : ${found}` : ""})`;
  const none = optional || defaultFrom !== null ? h("option", { value: "" }, empty) : null;
  const select = h(
    "select",
    { id, name: id },
    none,
    options.map((option) =>
      h("option", { value: option.value, selected: !byDefault && option.value === value }, option.label),
    ),
  );
  return labelled(id, label, select);
}

function choices({ id, label, options }: Variable, chosen: readonly unknown[]): View {
  return h(
    "fieldset",
    null,
    h("legend", null, label),
    options.map(({ value, label: words }) =>
      h("label", null, h("input", { type: "checkbox", name: id, value, checked: chosen.includes(value) }), ` ${words}`),
    ),
  );
}

function labelled(id: string, label: string, control: View): View {
  return h("div", null, h("label", { for: id }, label), control);
}
