/** The words that every page of statistics shares. */
import words from "virtual:words/releases";
import { createText } from "../text/text.ts";

export const say = createText(words);
