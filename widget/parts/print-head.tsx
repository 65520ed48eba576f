/** On paper only: which diagnostic, of what day, for what profile, and a line to write the structure's name by hand. */
import type { Context } from "../journey/context.ts";
import { formatDate } from "../text/date.ts";

export function PrintHead({ ui, model, seen, today }: Context) {
  const { t } = ui;
  const { title, language, profile } = model.questionnaire;
  const { values } = seen.adapted.profile;
  const said = profile.flatMap(({ id, group, name, options }) => {
    const value = options.find((option) => option.value === values[id])?.label;
    return value && group === profile[0]?.group ? t("print.profile", { name, value }) : [];
  });
  return (
    <div class="print-only">
      <strong>{title}</strong>
      <p>{t("print.date", { date: formatDate(today, language) })}</p>
      <p class="by-hand">{t("print.whose")}</p>
      <p class="muted">{said.join(t("step.title.separator"))}</p>
    </div>
  );
}
