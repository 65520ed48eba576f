/** The hosted page's own: the browser's Back goes to the screen before, and the page's title follows. Opt-in. */
import type { Dispatch } from "../state/events.ts";
import { type Screen, type State, screenKey } from "../state/state.ts";
import type { Text } from "../text/text.ts";

const KEY = "diagcyber";

/**
 * Listens to Back and Forward, and to a link with a code, which is also followed at once; returns what stops listening.
 * Any other fragment, as of the link that skips to the content, is no change of screen.
 */
export function followHistory(dispatch: Dispatch): () => void {
  const enter = () => {
    if (location.hash.startsWith("#code=")) dispatch({ type: "go", screen: { name: "share", page: 0 } });
  };
  const back = ({ state }: PopStateEvent) => {
    const screen = state?.[KEY] as Screen | undefined; // written below, by us
    if (screen || !location.hash) dispatch({ type: "go", screen: screen ?? { name: "start", page: 0 } });
    else enter();
  };
  enter();
  addEventListener("popstate", back);
  return () => removeEventListener("popstate", back);
}

/** A new entry for a new screen, unless we came there by Back. */
export function recordScreen({ screen }: State): void {
  const current = (history.state?.[KEY] ?? { name: "start", page: 0 }) as Screen; // written below, by us
  if (screenKey(current) !== screenKey(screen)) history.pushState({ [KEY]: screen }, "");
}

/** « Erreur : Titre de l’écran – Nom du produit »: only on our own page, an embedded element leaves the title alone. */
export function titlePage(root: ShadowRoot, { screen, errors }: State, title: string, t: Text): void {
  const heading = root.querySelector("[data-heading]")?.textContent ?? "";
  const full = screen.name === "start" ? title : t("page.title", { heading, title });
  document.title = errors.length > 0 ? t("error.inline", { text: full }) : full;
}
