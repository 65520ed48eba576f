/** A field for a code or a link: what is wrong is said between the label and the field, and the text stays. */
interface Props {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** The sentence of what is wrong, « Erreur » included; empty when nothing is. */
  readonly error: string;
  readonly rows?: number;
  readonly value: string;
  readonly type: (value: string) => void;
}

export function CodeField({ id, label, help = "", error, rows = 2, value, type }: Props) {
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={error ? "code-field wrong" : "code-field"}>
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={id}
        rows={rows}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </div>
  );
}
