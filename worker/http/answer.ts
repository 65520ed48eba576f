/** A computed answer: JSON that belongs to who asked, hence never kept by a cache. */
import { JSON_TYPE } from "./media-type.ts";

/** The response that carries `value`. */
export function answer(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "Content-Type": JSON_TYPE, "Cache-Control": "no-store" },
  });
}
