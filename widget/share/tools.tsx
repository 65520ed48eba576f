/** The pages that work with several codes; only those that have words in this language exist. */
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";
import { say, words } from "./words.ts";

const PAGES = ["comparer", "fusionner"] as const;

export function Tools({ ui, address }: { readonly ui: Ui; readonly address: (path: string) => string }) {
  const pages = PAGES.filter((page) => `tools.${page}` in words);
  if (pages.length === 0) return null;
  return (
    <section class="card">
      <Heading ui={ui} depth={1}>
        {say("tools.title")}
      </Heading>
      <ul class="links">
        {pages.map((page) => (
          <li key={page}>
            <a href={address(`/${page}`)} target="_blank" rel="noopener">
              {say(`tools.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
