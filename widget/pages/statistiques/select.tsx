/** A native list with its label: what every choice of the page is made of. */
interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** The word for « no choice »; null = one is always made. */
  readonly none: string | null;
  readonly options: readonly { readonly code: string; readonly label: string }[];
  readonly choose: (code: string) => void;
}

export function Select({ id, label, value, none, options, choose }: Props) {
  return (
    <p class="choice-field">
      <label for={id}>{label}</label>
      <select id={id} class="box" value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {none !== null && <option value="">{none}</option>}
        {options.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}
