/** The key of a sending, drawn by the browser. */

/** 128 random bits as 22 base64url characters: no two diagnostics share a key, and a key tells nothing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=/g, "");
}
