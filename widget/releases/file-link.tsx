/** A file to download: a plain link for everybody; with a token, which no link can carry, the page asks for it and hands it over. */
import type { ComponentChildren } from "preact";
import { type Access, type Refusal, readFile } from "./client.ts";

interface Props {
  readonly access: Access;
  readonly path: string;
  /** The name that the saved file gets. */
  readonly name: string;
  /** Says that it did not come, and why; null once it came. */
  readonly tell: (refusal: Refusal | null) => void;
  readonly children: ComponentChildren;
}

export function FileLink({ access, path, name, tell, children }: Props) {
  if (access.token === null) {
    return (
      <a class="button" href={access.server + path} download={name}>
        {children}
      </a>
    );
  }
  const save = async () => {
    const file = await readFile(access, path);
    if (file.ok) saveBlob(name, file.value);
    tell(file.ok ? null : file.refusal);
  };
  return (
    <button type="button" onClick={save}>
      {children}
    </button>
  );
}

function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser reads the file after the click: not in the same turn.
  setTimeout(() => URL.revokeObjectURL(address), SAVING);
}

/** Milliseconds that a browser is given to read a file before its address ends. */
const SAVING = 60_000;
