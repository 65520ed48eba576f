/**
 * One question with native radios or checkboxes: legend, help always visible, message of error between the two and the
 * choices, explicit labels. Nothing advances by itself (widget.md §5.1).
 */
import type { ComponentChildren } from "preact";
import { describedBy, FieldHead, type FieldProps, fieldClass } from "./field-head.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Set apart from the choices above: « je ne sais pas », « non applicable ». */
  readonly apart?: boolean;
}

interface Props extends FieldProps {
  readonly legend: ComponentChildren;
  readonly type: "radio" | "checkbox";
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly choose: (value: string) => void;
}

export function Choices(props: Props) {
  const { id, legend, type, choices, chosen, choose } = props;
  return (
    <fieldset
      class={fieldClass(props)}
      id={`${id}-field`}
      role={type === "radio" ? "radiogroup" : "group"}
      aria-labelledby={`${id}-legend`}
      {...describedBy(props)}
    >
      <legend id={`${id}-legend`}>{legend}</legend>
      <FieldHead {...props} />
      <div class="choices">
        {choices.map(({ value, label, apart }, index) => (
          <div class={apart ? "choice apart" : "choice"} key={value}>
            <input
              type={type}
              id={`${id}-${index}`}
              name={id}
              checked={chosen.includes(value)}
              onChange={() => choose(value)}
            />
            <label for={`${id}-${index}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
