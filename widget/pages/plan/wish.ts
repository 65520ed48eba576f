/** What a director asks help for, and the message that says so: only what was ticked goes into it. Pure. */
import { servicesFor } from "../../../questionnaires/engine/engine.ts";
import type { Result } from "../../../questionnaires/schema/result.ts";
import type { Contact, Service } from "../../../questionnaires/schema/territory.ts";
import type { Help } from "../../territories/help.ts";
import { formatScore } from "../../text/score.ts";
import type { Text } from "../../text/text.ts";
import type { Mail } from "./mail.ts";
import type { Opened } from "./opened.ts";

export interface Wish {
  readonly actions: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  /** Whether the message says what kind of structure writes, and what it scored: only when asked for. */
  readonly kind: boolean;
  readonly level: boolean;
}

export const NO_WISH: Wish = { actions: new Set(), services: new Set(), kind: false, level: false };

/** The same with one more, or one less. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Whom to ask for help, in the order of the territory's file: those who support, else the authority. */
export function supporters({ territory }: Help): readonly Contact[] {
  const contacts = territory?.contacts ?? [];
  const support = contacts.filter(({ kind }) => kind === "support");
  return support.length > 0 ? support : contacts.filter(({ kind }) => kind === "authority");
}

/** The services that can be asked for with an action, each once in the whole list: under the first ticked one it helps with. */
export function askable({ adapted }: Opened, help: Help, id: string): readonly Service[] {
  const found = servicesFor(help.territory, help.national, adapted.profile.facts, id);
  return found.ok ? found.services.map(({ service }) => service) : [];
}

/** What tells an adviser which structure it is about, by names of the profile; those that a questionnaire lacks are left out. */
const KIND = ["secteur", "medicalise", "taille"];

/** The kind of structure, in the words of its profile: « Public accompagné : Personnes âgées ». */
export function kindLines({ model, adapted }: Opened, t: Text): readonly string[] {
  return KIND.flatMap((id) => {
    const variable = model.questionnaire.profile.find((one) => one.id === id);
    const value = adapted.profile.values[id];
    const option = variable?.options.find((one) => one.value === value);
    return variable && option ? [t("request.kind", { name: capital(variable.name), value: option.label })] : [];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « Résultat déclaré : 39 sur 100, niveau 1, Initial »; null while the diagnostic is not finished. */
export function levelLine({ model, result }: Pick<Opened, "model" | "result">, t: Text): string | null {
  const { score, level, levelName } = result as Pick<Result, "score" | "level" | "levelName">;
  if (score === null || level === null) return null;
  const shown = formatScore(score, model.questionnaire.language, [model.questionnaire.levels[level + 1]?.from ?? 101]);
  return t("request.level", { score: shown, level, name: levelName ?? "" });
}

/** The message, in the order of the plan; blanks in brackets are for the director to fill. */
export function composeRequest(opened: Opened, help: Help, wish: Wish, t: Text): Mail {
  const { result, model } = opened;
  const titles = result.actions
    .filter(({ id }) => wish.actions.has(id))
    .map(({ id }) => t("request.line", { text: model.actionById.get(id)?.title ?? id }));
  const services = [...(help.territory?.services ?? []), ...(help.national?.services ?? [])]
    .filter(({ id }, place, all) => wish.services.has(id) && all.findIndex((one) => one.id === id) === place)
    .map(({ title, operator }) => t("request.line", { text: t("request.service", { title, operator }) }));
  const level = wish.level ? levelLine(opened, t) : null;
  const parts = [
    t("request.hello"),
    t("request.why"),
    [t("request.who"), ...(wish.kind ? kindLines(opened, t) : []), ...(level === null ? [] : [level])].join("\n"),
    ...(titles.length > 0 ? [[t("request.actions"), ...titles].join("\n")] : []),
    ...(services.length > 0 ? [[t("request.services"), ...services].join("\n")] : []),
    t("request.question"),
    t("request.bye"),
  ];
  return { subject: t("request.subject"), body: parts.join("\n\n") };
}
