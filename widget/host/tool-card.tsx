/** What stands in the place of the diagnostic when it is not shown here: why, and the link to the page where it is. */
import words from "virtual:words/embed";
import { render } from "preact";
import { nameParts } from "../effects/style.ts";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";
import type { Start } from "../state/start.ts";
import { createText } from "../text/text.ts";
import type { CardReason } from "./card-reason.ts";

type Held = Pick<Start, "id" | "version">;

/** `held`: the questionnaire of this file; `page`: the address of the hosted page. */
export function showCard(
  element: HTMLElement,
  root: ShadowRoot,
  reason: CardReason,
  ui: Ui,
  { id, version }: Held,
  page: string,
): void {
  const t = createText(words);
  const asked = element.getAttribute("questionnaire") ?? "";
  const territory = element.getAttribute("territory");
  const query = territory === null ? "" : `?${new URLSearchParams({ territory })}`;
  render(
    <div class="cd" lang={words.language} dir="auto" part="root">
      <section class="card">
        <Heading ui={ui}>{t(`card.${reason}.title`)}</Heading>
        <p>{t(`card.${reason}.text`, { asked, held: `${id}@${version}` })}</p>
        <p>
          <a href={`${page}${query}`} target="_blank" rel="noopener">
            {t("card.open")}
          </a>
        </p>
      </section>
    </div>,
    root,
  );
  nameParts(root);
}
