/** The words of the page and those of the codes. */
import codes from "virtual:words/codes";
import own from "virtual:words/fusionner";
import { createText } from "../../text/text.ts";

export const say = createText({ ...codes, ...own });
