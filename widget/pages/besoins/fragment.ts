/** What is looked at, in the fragment of the address: reloading or linking shows the same view. Never a token. */
import type { Choice } from "./rows.ts";

export interface Shown extends Choice {
  readonly territory: string | null;
}

const CODE = /^[a-z0-9][a-z0-9_-]{0,29}$/i;

/** What the fragment says, whatever it holds: what cannot be understood is left out. */
export function readShown(hash: string): Shown {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const code = (name: string) => {
    const text = values.get(name) ?? "";
    return CODE.test(text) ? text : null;
  };
  return {
    territory: code("territory"),
    kind: values.get("kind") === "department" ? "department" : "sector",
    code: code("line"),
  };
}

export function writeShown({ territory, kind, code }: Shown): string {
  const values = new URLSearchParams({
    ...(territory === null ? {} : { territory }),
    ...(kind === "sector" && code === null ? {} : { kind }),
    ...(code === null ? {} : { line: code }),
  });
  return values.size === 0 ? "" : `#${values}`;
}
