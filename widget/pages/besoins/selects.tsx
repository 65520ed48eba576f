/** The two choices: whose offer, and whose needs. */
import type { Place } from "../../territories/places.ts";
import type { NeedLine } from "./needs.ts";
import type { Choice } from "./rows.ts";
import { say } from "./words.ts";

interface PlaceProps {
  readonly places: readonly Place[];
  readonly value: string | null;
  readonly choose: (code: string | null) => void;
}

export function PlaceSelect({ places, value, choose }: PlaceProps) {
  return (
    <p class="choose screen-only">
      <label for="place">{say("place.label")}</label>
      <select id="place" value={value ?? ""} onChange={({ currentTarget }) => choose(currentTarget.value || null)}>
        <option value="">{say("place.none")}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

interface LineProps {
  readonly groups: readonly { readonly kind: Choice["kind"]; readonly lines: readonly NeedLine[] }[];
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
}

/** A value of the list: `sector` for all of them, `sector pa` for one. */
const BETWEEN = " ";

export function LineSelect({ groups, choice, choose }: LineProps) {
  const take = (value: string) => {
    const [kind, code = null] = value.split(BETWEEN);
    choose({ kind: kind === "department" ? "department" : "sector", code });
  };
  return (
    <p class="choose screen-only">
      <label for="line">{say("line.label")}</label>
      <select
        id="line"
        value={choice.code === null ? choice.kind : [choice.kind, choice.code].join(BETWEEN)}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      >
        {groups.map(({ kind, lines }) => (
          <optgroup key={kind} label={say(`line.group.${kind}`)}>
            <option value={kind}>{say(`line.all.${kind}`)}</option>
            {lines.map(({ code, label }) => (
              <option key={code} value={[kind, code].join(BETWEEN)}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
