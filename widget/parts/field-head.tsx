/** What stands between the label of a field and its control: help, note, message of error; and the ids that tie them. */
import type { FieldError } from "../state/state.ts";
import type { Ui } from "./ui.ts";

/** What every field takes. */
export interface FieldProps {
  readonly ui: Ui;
  readonly id: string;
  readonly help: string;
  readonly note?: string | undefined;
  readonly errors: readonly FieldError[];
}

/** The attributes that say to a screen reader what this head says to the eye. */
export function describedBy(props: FieldProps) {
  const { id, help, note } = props;
  const wrong = isWrong(props);
  const parts = [help && "help", note && "note", wrong && "error"].filter(Boolean);
  return {
    "aria-describedby": parts.map((part) => `${id}-${part}`).join(" ") || undefined,
    "aria-invalid": wrong || undefined,
  };
}

export function isWrong({ id, errors }: FieldProps): boolean {
  return errors.some(({ field }) => field === id);
}

export function fieldClass(props: FieldProps): string {
  return isWrong(props) ? "field wrong" : "field";
}

/** The word « Erreur » says what the message is, not its colour alone. */
export function FieldHead({ ui, id, help, note, errors }: FieldProps) {
  const error = errors.find(({ field }) => field === id);
  const said = { help, note, error: error && ui.t("error.inline", { text: error.text }) };
  return (
    <>
      {Object.entries(said).map(([part, text]) =>
        text ? (
          <p key={part} class={part} id={`${id}-${part}`}>
            {text}
          </p>
        ) : null,
      )}
    </>
  );
}
