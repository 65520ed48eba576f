/**
 * Imports a later file only when its bytes are those that were built with this one: the hash that a host writes in its own
 * page covers the first file, and that file covers the others. The build puts every `import()` of the widget through here.
 *
 * A script with an `integrity` is fetched, checked and kept by the browser as the module of its address; `import()` then
 * finds that very module, and fetches nothing. Where Trusted Types do not let us name a script, a preload does the same.
 */

interface Policy {
  readonly createScriptURL: (url: string) => string;
}

/** Not yet in the types of the DOM. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

/** A browser remembers for good that a file has failed: the next try needs another address. */
const failures = new Map<string, number>();

/**
 * `files`: what the file wanted imports itself and that did not come with this one, then that file, as paths from the file
 * at `from`, and their hashes; both separated by spaces. Rejects on a lost network as on a wrong hash.
 */
export async function importVerified(files: string, integrity: string, from: string): Promise<unknown> {
  const failed = failures.get(files) ?? 0;
  const hashes = integrity.split(" ");
  const urls = files.split(" ").map((path) => new URL(path, from).href);
  const wanted = urls.length - 1;
  if (failed) urls[wanted] += `?${failed}`;
  try {
    for (const place in urls) await fetchModule(urls[place] ?? "", hashes[place] ?? "");
    return await import(/* @vite-ignore */ urls[wanted] ?? "");
  } catch (error) {
    failures.set(files, failed + 1);
    throw error;
  }
}

function fetchModule(url: string, integrity: string): Promise<unknown> {
  let carrier: HTMLElement;
  return new Promise((onload, onerror) => {
    const common = { integrity, crossOrigin: "", onload, onerror };
    try {
      const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
      const policy = trustedTypes?.createPolicy("diag-cyber", { createScriptURL: (named) => named });
      const src = policy ? policy.createScriptURL(url) : url;
      carrier = Object.assign(document.createElement("script"), common, { type: "module", src });
    } catch {
      carrier = Object.assign(document.createElement("link"), common, { rel: "modulepreload", href: url });
    }
    document.head.append(carrier);
  }).finally(() => carrier.remove());
}
