/** The words of the room, in the language of the page: its own, and those that every reader of codes shares. */
import codes from "virtual:words/codes";
import own from "virtual:words/share";
import { createText } from "../text/text.ts";

export const words = { ...codes, ...own };
export const say = createText(words);
