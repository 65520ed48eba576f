/** The page of the preview: findings, profile, questions, changes. Rendered on the server; no script at all. */
import { adapt, indexQuestionnaire } from "../engine/engine.ts";
import { changesView } from "./changes-view.ts";
import { chosenProfile } from "./chosen-profile.ts";
import { findingsView } from "./findings-view.ts";
import { h, type View } from "./html.ts";
import type { Loaded } from "./load.ts";
import { profileForm } from "./profile-form.ts";
import { questionsView } from "./questions-view.ts";

/** The whole document for what was loaded and asked. */
export function page({ names, name, checked, previous, previousName }: Loaded, query: URLSearchParams): string {
  const { questionnaire } = checked;
  const model = questionnaire === null ? null : indexQuestionnaire(questionnaire);
  const profile = model === null ? null : chosenProfile(model, query);
  return documentOf(`Aperçu de ${name}`, [
    findingsView(checked),
    profileForm(names, name, questionnaire, profile, query),
    ...(model && profile ? [questionsView(adapt(model, profile))] : []),
    ...(questionnaire ? [changesView(previousName, previous, questionnaire)] : []),
  ]);
}

/** The document when there is no version to show. */
export function emptyPage(): string {
  return documentOf("Aperçu", [h("p", null, "Aucune version dans ce dossier.")]);
}

function documentOf(title: string, content: readonly View[]): string {
  const head = h(
    "head",
    null,
    h("meta", { charset: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("title", null, title),
    h("link", { rel: "stylesheet", href: "/preview.css" }),
  );
  const body = h("body", null, h("main", null, h("h1", null, title), content));
  return `<!doctype html>${h("html", { lang: "fr" }, head, body)}`;
}
