/** The controls of the form: a list, radios, a colour with its verdict. Labels are explicit, messages are tied to them. */
import words from "virtual:words/integrer";
import { createText } from "../../text/text.ts";
import { isWrongColour } from "./settings.ts";
import type { Verdict } from "./verdict.ts";

const t = createText(words);

interface RadiosProps<T extends string> {
  readonly name: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

export function Radios<T extends string>({ name, options, value, choose }: RadiosProps<T>) {
  const help = t(`field.${name}.help`);
  return (
    <fieldset>
      <legend>{t(`field.${name}.label`)}</legend>
      {!help.startsWith("field.") && <p class="help">{help}</p>}
      {options.map((option) => {
        const key = `${name}.${option}`;
        return (
          <p class="radio" key={key}>
            <input type="radio" id={key} name={name} checked={option === value} onChange={() => choose(option)} />
            <label for={key}>{t(`field.${key}`)}</label>
          </p>
        );
      })}
    </fieldset>
  );
}

interface TerritoryProps {
  readonly territories: readonly { readonly code: string; readonly name: string }[];
  readonly value: string;
  readonly choose: (code: string) => void;
}

export function TerritoryList({ territories, value, choose }: TerritoryProps) {
  return (
    <div class="field">
      <label for="territory">{t("territory.label")}</label>
      <p class="help" id="territory-help">
        {t("territory.help")}
      </p>
      <select
        id="territory"
        aria-describedby="territory-help"
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t("territory.none")}</option>
        {territories.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ColourProps {
  readonly name: string;
  readonly typed: string;
  /** Our own, shown by the picker while nothing is typed. */
  readonly own: string;
  readonly verdicts: readonly Verdict[];
  readonly type: (text: string) => void;
}

export function Colour({ name, typed, own, verdicts, type }: ColourProps) {
  const wrong = isWrongColour(typed);
  const shown = /^#[0-9a-f]{6}$/i.test(typed.trim()) ? typed.trim() : own;
  return (
    <div class="field colour">
      <label for={`colour-${name}`}>{t(`colour.${name}`)}</label>
      <div class="pair">
        <input
          type="text"
          id={`colour-${name}`}
          value={typed}
          placeholder={own}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={`colour-${name}-said`}
          aria-invalid={wrong || undefined}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <input
          type="color"
          aria-label={t("colour.pick", { colour: t(`colour.${name}`) })}
          value={shown}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </div>
      <p class={wrong || verdicts.some(isBad) ? "verdict bad" : "verdict"} id={`colour-${name}-said`}>
        {wrong ? t("colour.wrong") : typed.trim() === "" ? t("colour.own") : said(verdicts)}
      </p>
    </div>
  );
}

function said(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return t("verdict.decor");
  const number = new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 });
  return verdicts
    .map((verdict) => {
      const { theme, ratio, needed, mended } = verdict;
      const key = isBad(verdict) ? (mended === null ? "text" : "bad") : "good";
      const values = { ratio: number.format(Math.floor(ratio * 10) / 10), needed: number.format(needed) };
      return t(`verdict.${key}`, { ...values, theme: t(`verdict.${theme}`), mended: mended ?? "" });
    })
    .join(" ");
}

function isBad({ ratio, needed }: Verdict): boolean {
  return ratio < needed;
}
