/** A computed answer: JSON that belongs to who asked, hence never kept by a cache. */
import { headersWith, PUBLIC } from "./headers.ts";
import { JSON_TYPE } from "./media-type.ts";

const FOR_ASKER = headersWith({ "Content-Type": JSON_TYPE });
const FOR_ANYONE = headersWith({ "Content-Type": JSON_TYPE, ...PUBLIC });

/** The answer to a POST. */
export function answer(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), { status, headers: FOR_ASKER });
}

/** The answer to a GET: nothing in it is anyone's own. */
export function publicAnswer(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: FOR_ANYONE });
}
