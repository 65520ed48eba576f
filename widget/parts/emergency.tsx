/** What to do when an attack is under way: in full on the start and the result, folded on the other screens. */
import type { Ui } from "./ui.ts";

export function Emergency({ ui, folded = false }: { ui: Ui; folded?: boolean }) {
  const { t } = ui;
  const text = (
    <p>
      {t("emergency.before")} <a href={`tel:${t("emergency.phone.number")}`}>{t("emergency.phone")}</a>
      {t("emergency.between")}{" "}
      <a href={t("emergency.site.url")} target="_blank" rel="noopener noreferrer">
        {t("emergency.site")}
      </a>
      {t("emergency.after")}
    </p>
  );
  if (folded) {
    return (
      <details class="emergency" data-keep-closed="">
        <summary>{t("emergency.title")}</summary>
        {text}
      </details>
    );
  }
  return (
    <aside class="emergency" aria-label={t("emergency.title")}>
      <p>
        <strong>{t("emergency.title")}</strong>
      </p>
      {text}
    </aside>
  );
}
