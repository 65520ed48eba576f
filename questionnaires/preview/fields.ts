/** What an author can change about each part of a questionnaire, field by field, in the words of the preview. */
import type { Action, Question, Questionnaire, Variable } from "../schema/compiled.ts";
import { writeCondition } from "./write-condition.ts";

/** Readable values by the French name of the field; a field that says nothing is absent. */
export type Fields = Readonly<Record<string, string>>;

export function questionFields(question: Question): Fields {
  const { notApplicable, impliedBy, cap, alert } = question;
  return present({
    Question: question.label,
    Aide: question.help,
    Domaine: question.domain,
    Rang: String(question.rank),
    Poids: String(question.weight),
    Socle: yesNo(question.core),
    Condition: writeCondition(question.when),
    ...Object.fromEntries(question.options.map((option, level) => [`Réponse ${level}`, option])),
    "« Je ne sais pas »": yesNo(question.unknownAllowed),
    "Non applicable": notApplicable && `${notApplicable.label} (${writeCondition(notApplicable.when)})`,
    Déduction: impliedBy && `0 si ${impliedBy.question} ≤ ${impliedBy.atMost}`,
    Plafond: cap && `${cap.limit} si niveau ≤ ${cap.atMost} (${writeCondition(cap.when)})`,
    Alerte: alert && `${alert.label} si niveau ≤ ${alert.atMost} (${writeCondition(alert.when)})`,
    Actions: question.actions.map((one) => `${one.action} (${one.atLeast} à ${one.atMost})`).join(", "),
    Références: question.references.join(", "),
  });
}

export function actionFields(action: Action): Fields {
  return present({
    Titre: action.title,
    Domaine: action.domain,
    Étapes: action.steps.join(" · "),
    Effort: String(action.effort),
    Coût: String(action.cost),
    Effet: String(action.impact),
    Délai: `${action.days} jours`,
    Responsable: action.owner,
    Prérequis: action.requires.join(", "),
    Ressources: action.resources
      .map(({ label, url, checkedOn }) => [label, url, checkedOn].filter(Boolean).join(" "))
      .join(" · "),
  });
}

export function variableFields(variable: Variable): Fields {
  return present({
    Question: variable.label,
    Nom: variable.name,
    Aide: variable.help,
    Groupe: variable.group,
    Type: variable.type,
    Facultative: yesNo(variable.optional),
    Conservée: yesNo(variable.kept),
    Bornes: variable.range && `${variable.range.min} à ${variable.range.max}`,
    "Défaut tiré de": variable.defaultFrom,
    Réponses: variable.options.map(({ value, label }) => `${label} (${value})`).join(" · "),
  });
}

export function derivedFields({ when, label, labelNot }: Questionnaire["derived"][number]): Fields {
  return { Condition: writeCondition(when), "Si vraie": label, "Si fausse": labelNot };
}

export function domainFields({ label, weight, why }: Questionnaire["domains"][number]): Fields {
  return { Nom: label, Poids: String(weight), Pourquoi: why };
}

/** The rules that stand alone: title, scales, thresholds. */
export function ruleFields(questionnaire: Questionnaire): Fields {
  const { levels, classes, exposure, warnings, unknown } = questionnaire;
  return {
    Titre: questionnaire.title,
    "Questions au plus": String(questionnaire.displayLimit),
    Niveaux: levels.map(({ level, name, from, meaning }) => `${level} ${name} dès ${from} : ${meaning}`).join(" · "),
    Exposition: exposure.map(({ points, when }) => `${points} si ${writeCondition(when)}`).join(" · "),
    Classes: classes
      .map(
        (one) =>
          `${one.id} jusqu’à ${one.maxExposure ?? "∞"} : attendu ${one.expected}, cibles ${one.target} et ${one.coreTarget}`,
      )
      .join(" · "),
    Contrôles: warnings.map(({ when, text }) => `${text} si ${writeCondition(when)}`).join(" · "),
    "Réponses inconnues": `${unknown.action}, en tête dès ${unknown.leadRate.join("/")}, provisoire au-delà de ${unknown.provisionalRate.join("/")}`,
  };
}

function present(fields: Readonly<Record<string, string | null>>): Fields {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function yesNo(value: boolean): string {
  return value ? "oui" : "non";
}
