/**
 * The privacy notice. What is kept comes from the migrations, how long from the store, which part of the profile from
 * the questionnaire: a new column without its sentence stops the build.
 */
import { link, list, type Main, paragraph, section, statement, table } from "../statement.ts";

/** The tables that hold one row per sending: each of their columns is explained. */
const PER_SENDING = ["contributions", "receipts"];

export const main: Main = (t, { privacy }) => {
  const { tables, kept, leftOut, receiptDays, contributionMonths, recoveryDays, minimum, rounding, attempts } = privacy;
  const figures = { receiptDays, contributionMonths, recoveryDays, minimum, rounding, attempts };
  const detailed = tables.filter(({ name }) => PER_SENDING.includes(name));
  const others = tables.filter(({ name }) => !PER_SENDING.includes(name));
  return statement(
    t("page.heading"),
    paragraph(t("lead")),
    section(t("page-only.title"), list([t("page-only.answers"), t("page-only.device"), t("page-only.nobody")])),
    section(
      t("sending.title"),
      paragraph(t("sending.lead")),
      list([t("sending.answers"), t("sending.profile", { names: kept.join(", ") }), t("sending.rest")]),
      paragraph(t("sending.left-out", { names: leftOut.join(", ") })),
      paragraph(t("sending.never")),
      paragraph(t("sending.retries", figures)),
    ),
    section(
      t("stored.title"),
      ...detailed.map(({ name, columns }) =>
        table(
          t(`stored.${name}`),
          [t("stored.column"), t("stored.why")],
          columns.map((column) => [t(`stored.${name}.${column}.name`), t(`stored.${name}.${column}`)]),
        ),
      ),
      ...(others.length === 0 ? [] : [list(others.map(({ name }) => t(`stored.${name}`)))]),
    ),
    section(
      t("duration.title"),
      list([
        t("duration.receipts", figures),
        t("duration.contributions", figures),
        t("duration.totals"),
        t("duration.published"),
        t("duration.recovery", figures),
      ]),
      paragraph(t("duration.why", figures)),
    ),
    section(
      t("published.title"),
      list([t("published.minimum", figures), t("published.rounding", figures), t("published.moves", figures)]),
    ),
    section(t("access.title"), list([t("access.api"), t("access.operator"), t("access.confidential")])),
    section(t("place.title"), list([t("place.host"), t("place.logs"), t("place.to-fill")])),
    section(
      t("rights.title"),
      paragraph(t("rights.free")),
      paragraph(t("rights.anonymous")),
      paragraph(t("rights.to-fill")),
      paragraph(t("rights.cnil"), " ", link(t("rights.cnil.url"), t("rights.cnil.name")), "."),
    ),
  );
};
