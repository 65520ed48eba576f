import words from "virtual:words/besoins";
import { createText } from "../../text/text.ts";

export const say = createText(words);
export const LANGUAGE = words.language ?? "fr";
