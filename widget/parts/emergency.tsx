/** What to do when an attack is under way: unfolded on the start and the result, folded on the other screens. */
import type { Ui } from "./ui.ts";

export function Emergency({ ui, folded }: { ui: Ui; folded?: boolean }) {
  const { t } = ui;
  return (
    <details class="emergency" open={!folded} data-keep-closed={folded && ""}>
      <summary>{t("emergency.title")}</summary>
      <p>
        {t("emergency.before")} <a href={`tel:${t("emergency.phone.number")}`}>{t("emergency.phone")}</a>
        {t("emergency.between")}{" "}
        <a href={t("emergency.site.url")} target="_blank" rel="noopener noreferrer">
          {t("emergency.site")}
        </a>
        {t("emergency.after")}
      </p>
    </details>
  );
}
