/** From the fragment to an opened diagnostic: the one file that asks the server, and only for published questionnaires. */
import { indexQuestionnaire, type Model, readCode } from "../../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import { type Opened, openCode, openHandedOver, type Refusal } from "./opened.ts";

/** `unreachable`: the questionnaire did not arrive; trying again may help. */
export type Loaded = { readonly opened: Opened } | { readonly refusal: Refusal | "unreachable" };

/** `text`: a diagnostic code, or what the widget's link carries. The questionnaire asked for is named, never the answers. */
export async function load(text: string): Promise<Loaded> {
  const handed = readHandedOver(text);
  const named = handed ?? readCode(text);
  if (typeof named === "string") return { refusal: named };
  const model = await fetchModel(named.questionnaire, named.version);
  if (typeof model === "string") return { refusal: model };
  const opened = handed ? openHandedOver(model, handed.profile, handed.answers) : openCode(model, text);
  return typeof opened === "string" ? { refusal: opened } : { opened };
}

/** As the result screen writes it (widget/parts/act.tsx): it has no room for the writer of codes, this page has. */
interface HandedOver {
  readonly questionnaire: string;
  readonly version: string;
  readonly profile: unknown;
  readonly answers: unknown;
}

function readHandedOver(text: string): HandedOver | null {
  try {
    const [questionnaire, version, profile, answers] = JSON.parse(decodeURIComponent(text)) as unknown[];
    if (!/^[a-z][a-z0-9-]*$/.test(String(questionnaire)) || !/^\d+\.\d+\.\d+$/.test(String(version))) return null;
    const byQuestion = Object.fromEntries(answers as [string, unknown][]); // anything but pairs throws
    return { questionnaire: String(questionnaire), version: String(version), profile, answers: byQuestion };
  } catch {
    return null; // not what that link carries: a code, or nothing that we know
  }
}

async function fetchModel(id: string, version: string): Promise<Model | Refusal | "unreachable"> {
  try {
    const response = await fetch(`/api/v1/questionnaires/${id}/${version}`);
    if (response.status === 404) return "unknown-version";
    if (!response.ok) return "unreachable";
    return indexQuestionnaire((await response.json()) as Questionnaire); // our own server checked it when it was built
  } catch {
    return "unreachable";
  }
}
