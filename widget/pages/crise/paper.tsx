/** The sheet itself: one A4 page, readable from two metres where it matters, in grey, with room to write. */
import type { Text } from "../../text/text.ts";
import { PARTS, type Part, type Sheet } from "./sheet.ts";

/** The parts that take the whole width: what to do, whom to call, what to declare. The others share two columns. */
const WIDE = 3;

interface Props {
  readonly t: Text;
  readonly sheet: Sheet;
  readonly today: string;
}

/** Characters of a sheet beyond which its letters are printed smaller, so that it stays one page. */
const ROOMY = 2600;

export function Paper({ t, sheet, today }: Props) {
  const length = PARTS.flatMap((part) => sheet[part]).reduce(
    (sum, { head, rest }) => sum + head.length + rest.length,
    0,
  );
  return (
    <article class={length > ROOMY ? "sheet dense" : "sheet"} aria-labelledby="sheet-title">
      <h2 id="sheet-title">{t("title")}</h2>
      <p class="signs">{t("signs")}</p>
      <p class="head">
        <span>{t("whose")}</span>
        <span>{t("reviewed")}</span>
      </p>
      {PARTS.slice(0, WIDE).map((part) => (
        <Section key={part} part={part} t={t} sheet={sheet} />
      ))}
      <div class="columns">
        {PARTS.slice(WIDE).map((part) => (
          <Section key={part} part={part} t={t} sheet={sheet} />
        ))}
      </div>
      <p class="foot">{t("foot", { date: today })}</p>
    </article>
  );
}

function Section({ part, t, sheet }: Omit<Props, "today"> & { part: Part }) {
  const List = part === "call" || part === "first" ? "ol" : "ul";
  return (
    <section class={part}>
      <h3>{t(`part.${part}`)}</h3>
      <List>
        {sheet[part].map(({ id, head, rest, blank }) => (
          <li key={`line.${id}`}>
            <span class="said">
              {part === "call" ? <strong>{head}</strong> : head}
              {rest && `, ${rest}`}
            </span>
            {blank && <span class="blank">{part === "call" && t("phone")}</span>}
          </li>
        ))}
      </List>
    </section>
  );
}
