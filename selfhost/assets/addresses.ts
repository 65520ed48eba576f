/**
 * Which address serves which file, as Cloudflare's assets do with `auto-trailing-slash`: `/page` serves `page.html`, `/`
 * serves `index.html`, and the other ways to write them lead there.
 */
export type Address = { readonly file: string } | { readonly to: string };

/** Every address of the files (paths with `/`, from the folder). What is not in it does not exist. */
export function addresses(files: readonly string[]): ReadonlyMap<string, Address> {
  const found = new Map<string, Address>();
  for (const file of files) {
    const page = /^(.*?)([^/]+)\.html$/.exec(file);
    if (page === null) {
      found.set(`/${file}`, { file });
      continue;
    }
    const [, folder = "", name = ""] = page;
    const own = name === "index" ? `/${folder}` : `/${folder}${name}`;
    found.set(own, { file });
    const others =
      name === "index" ? [`${own}index`, `${own}index.html`, own.slice(0, -1)] : [`${own}.html`, `${own}/`];
    for (const other of others) if (other !== "" && !found.has(other)) found.set(other, { to: own });
  }
  return found;
}

/** The address as its files write it: decoded, single slashes. Null when it cannot be decoded. */
export function tidy(path: string): string | null {
  try {
    return decodeURIComponent(path).replace(/\/{2,}/g, "/");
  } catch {
    return null;
  }
}
