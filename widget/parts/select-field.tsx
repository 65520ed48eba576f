/** A long single choice as a native list; categories are grouped by the first thing that they pre-fill. */
import { groupCategories } from "../state/categories.ts";
import type { ProfileVariable, Start } from "../state/start.ts";
import { describedBy, FieldHead, type FieldProps, fieldClass } from "./field-head.tsx";

interface Props extends FieldProps {
  readonly label: string;
  readonly options: ProfileVariable["options"];
  readonly value: string;
  readonly choose: (value: string) => void;
  /** The questionnaire's start when this list is that of the categories, else null. */
  readonly start: Start | null;
}

export function SelectField(props: Props) {
  const { ui, id, label, options, value, choose, start } = props;
  const { groups, others } = start ? groupCategories(start, options) : { groups: [], others: options };
  return (
    <div class={fieldClass(props)} id={`${id}-field`}>
      <label class="legend" for={id}>
        {label}
      </label>
      <FieldHead {...props} />
      <select
        class="box"
        id={id}
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
        {...describedBy(props)}
      >
        <option value="">{ui.t("profile.choose")}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(({ value, label }) => renderOption({ value, label: `${label} (${value})` }))}
          </optgroup>
        ))}
        {others.map(renderOption)}
      </select>
    </div>
  );
}

function renderOption({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
