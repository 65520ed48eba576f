/** What leaves the page, always by the person's own hand: the link, the paper, the table, the calendar, the crisis sheet. */
import type { View } from "./view.ts";

export function Keep({ view, sheet }: { view: View; sheet: string }) {
  const { t, act, notice } = view;
  const shown = notice === "link-copied" || notice === "saved" || notice === "not-saved";
  return (
    <section class="card">
      <h2 class="h1">{t("keep.title")}</h2>
      <p>{t("keep.lead")}</p>
      <div class="buttons">
        <button type="button" onClick={() => act.copyText(location.href, "link-copied")}>
          {t("keep.link")}
        </button>
        <button type="button" onClick={act.print}>
          {t("keep.print")}
        </button>
        <button type="button" onClick={act.saveCsv}>
          {t("keep.csv")}
        </button>
        <button type="button" onClick={act.saveCalendar}>
          {t("keep.calendar")}
        </button>
        <a class="button" href={sheet}>
          {t("keep.sheet")}
        </a>
      </div>
      {shown && <p class="note">{t(`notice.${notice}`)}</p>}
      <p class="notice">{t("keep.notice")}</p>
    </section>
  );
}
