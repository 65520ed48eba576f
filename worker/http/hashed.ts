/** A JSON document whose hash nobody has calculated yet: revalidated by ETag, like what changes with a deployment. */
import { REVALIDATED, type Representation, representation } from "./representation.ts";

/** Encodes a value under the SHA-256 of its own bytes. */
export async function hashed(value: unknown): Promise<Representation> {
  const text = JSON.stringify(value);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return representation(text, `sha256-${hex}`, REVALIDATED);
}
