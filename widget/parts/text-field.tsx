/** A short text field for a whole number: the numeric keyboard on phones, the same messages as the other fields. */
import { describedBy, FieldHead, type FieldProps, fieldClass } from "./field-head.tsx";

interface Props extends FieldProps {
  readonly label: string;
  readonly value: string;
  readonly type: (value: string) => void;
}

export function TextField(props: Props) {
  const { id, label, value, type } = props;
  return (
    <div class={fieldClass(props)} id={`${id}-field`}>
      <label class="legend" for={id}>
        {label}
      </label>
      <FieldHead {...props} />
      <input
        class="box"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        id={id}
        value={value}
        onInput={(event) => type(event.currentTarget.value)}
        {...describedBy(props)}
      />
    </div>
  );
}
