/** What this profile sees: the questions in order with the reason of each, then those left for later, then the hidden ones. */
import { type AdaptedQuestionnaire, canBeNotApplicable, describeAdapted, holds, targetOf } from "../engine/engine.ts";
import type { Question } from "../schema/compiled.ts";
import { h, type View } from "./html.ts";
import { writeCondition } from "./write-condition.ts";

/** The three lists, and the standing of the profile above them. */
export function questionsView(adapted: AdaptedQuestionnaire): View {
  const { questions, hidden, notAssessed, class: id, expected, exposure, warnings } = describeAdapted(adapted);
  const byId = adapted.model.questionById;
  const withQuestion = (one: string, view: (question: Question) => View) => {
    const question = byId.get(one);
    return question ? view(question) : null;
  };
  return h(
    "section",
    { "aria-labelledby": "questions" },
    h("h2", { id: "questions" }, `Ce que voit ce profil : ${questions.length} questions`),
    h("p", null, `Exposition ${exposure}, classe ${id}, score attendu ${expected}.`),
    warnings.length === 0
      ? null
      : h(
          "ul",
          { class: "notes" },
          warnings.map((text) => h("li", null, text)),
        ),
    h(
      "ol",
      { class: "questions" },
      questions.map(({ id: one, reason }) =>
        withQuestion(one, (question) => asked(adapted, question, reason ?? "Posée à tous les profils.")),
      ),
    ),
    h("h3", null, `Non évaluées, faute de place : ${notAssessed.length}`),
    h(
      "ul",
      null,
      notAssessed.map((one) => withQuestion(one, (question) => h("li", null, title(question)))),
    ),
    h("h3", null, `Non posées à ce profil : ${hidden.length}`),
    h(
      "ul",
      null,
      hidden.map(({ id: one, reason }) =>
        withQuestion(one, (question) => h("li", null, title(question), h("p", { class: "reason" }, reason))),
      ),
    ),
  );
}

function title({ label, id, rank, weight, core }: Question): View {
  return h(
    "p",
    null,
    h("strong", null, label),
    ` ${id}, rang ${rank}, poids ${weight}`,
    core ? h("span", { class: "tag" }, "socle") : null,
  );
}

function asked(adapted: AdaptedQuestionnaire, question: Question, reason: string): View {
  return h(
    "li",
    null,
    title(question),
    h(
      "p",
      { class: "reason" },
      `${reason} `,
      question.when === true ? null : h("code", null, writeCondition(question.when)),
    ),
    question.help === "" ? null : h("p", null, question.help),
    h(
      "details",
      null,
      h("summary", null, "Réponses, effets et actions"),
      h(
        "ol",
        { start: 0 },
        question.options.map((option) => h("li", null, option)),
      ),
      h(
        "ul",
        null,
        effects(adapted, question).map((effect) => h("li", null, effect)),
      ),
    ),
  );
}

function effects(adapted: AdaptedQuestionnaire, question: Question): readonly string[] {
  const { facts } = adapted.profile;
  const { notApplicable, impliedBy, cap, alert } = question;
  const here = (when: Question["when"]) =>
    holds(when, facts) ? "" : ` — pas pour ce profil : ${writeCondition(when)}`;
  return [
    `Cible : niveau ${targetOf(adapted, question)}`,
    question.unknownAllowed ? "« Je ne sais pas » : proposé" : "« Je ne sais pas » : non proposé",
    ...(notApplicable
      ? [
          `Non applicable : ${notApplicable.label}${canBeNotApplicable(adapted, question) ? "" : here(notApplicable.when)}`,
        ]
      : []),
    ...(impliedBy ? [`Déduite à 0 si ${impliedBy.question} est au niveau ${impliedBy.atMost} ou en dessous`] : []),
    ...(cap ? [`Plafond ${cap.limit} au niveau ${cap.atMost} ou en dessous${here(cap.when)}`] : []),
    ...(alert ? [`Alerte au niveau ${alert.atMost} ou en dessous : ${alert.label}${here(alert.when)}`] : []),
    ...question.actions.map(({ action, atLeast, atMost }) => {
      const name = adapted.model.actionById.get(action)?.title ?? action;
      return `Action du niveau ${atLeast} au niveau ${atMost} : ${name} (${action})`;
    }),
  ];
}
