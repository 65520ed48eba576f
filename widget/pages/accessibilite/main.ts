/**
 * The accessibility statement, in the order that the order of 20 September 2019 asks for. Every figure and every line
 * of its tables comes from docs/accessibility/criteria.yaml; nothing here calls a criterion met.
 */
import { formatDate } from "../../text/date.ts";
import { type Criterion, countResults } from "../facts.ts";
import { link, list, type Main, paragraph, section, statement, table } from "../statement.ts";

const RESULTS = ["conform", "nonconform", "not-applicable", "not-tested"] as const;

export const main: Main = (t, { accessibility, pages, language }) => {
  const { themes, establishedOn, axe } = accessibility;
  const criteria = themes.flatMap((theme) => theme.criteria);
  const counts = countResults(themes);
  const date = formatDate(new Date(`${establishedOn}T12:00:00Z`), language);
  return statement(
    t("page.heading"),
    paragraph(t("commitment")),
    paragraph(t("scope")),
    section(t("state.title"), paragraph(t("state.law")), paragraph(t("state.audit"))),
    section(
      t("results.title"),
      paragraph(t("results.lead", { count: criteria.length })),
      table(
        t("results.caption", { count: criteria.length }),
        [t("results.result"), t("results.count")],
        RESULTS.map((result) => [t(`result.${result}.long`), counts[result]]),
      ),
      paragraph(t("results.not-a-rate")),
    ),
    section(
      t("missing.title"),
      paragraph(t(counts.nonconform === 0 ? "missing.none" : "missing.some")),
      list(withResult(criteria, "nonconform")),
      paragraph(t("missing.not-tested", { count: counts["not-tested"] })),
      paragraph(t("missing.exemptions")),
    ),
    section(
      t("established.title"),
      paragraph(t("established.date", { date })),
      list([t("established.technologies"), t("established.browser"), t("established.tools", { axe })]),
      paragraph(t("established.pages")),
      list([...pages.map((page) => t(`nav.${page}`)), t("established.screens")]),
    ),
    section(t("contact.title"), paragraph(t("contact.text")), paragraph(t("contact.to-fill"))),
    section(
      t("appeal.title"),
      paragraph(t("appeal.lead")),
      list([link(t("appeal.site.url"), t("appeal.site")), t("appeal.delegate"), t("appeal.post")]),
    ),
    section(
      t("detail.title"),
      paragraph(t("detail.lead")),
      ...themes.map(({ id, title, criteria: own }) =>
        table(
          t("detail.caption", { id, title }),
          [t("detail.criterion"), t("results.result"), t("detail.how")],
          own.map(({ id: number, about, result, how }) => [`${number} ${about}`, t(`result.${result}`), how]),
        ),
      ),
    ),
  );
};

function withResult(criteria: readonly Criterion[], wanted: Criterion["result"]): readonly string[] {
  return criteria.filter(({ result }) => result === wanted).map(({ id, about, how }) => `${id} ${about} – ${how}`);
}
