/** The way to the page where the plan is acted on: in a new tab, so that nothing of this one is lost. */
import words from "virtual:words/act";
import { serverUrl } from "../effects/server-url.ts";
import type { Diagnostic } from "../journey/view.ts";

/** In the fragment, which no browser sends, and which holds codes only; that page makes a code of it (pages/plan/load.ts). */
export const ActLink = ({ result, adapted, answers }: Diagnostic) =>
  words["act.open"] && (
    <a
      href={serverUrl(
        import.meta.url,
        `/plan#${JSON.stringify([result.questionnaire, result.version, adapted.profile.values, [...answers]])}`,
      )}
      ref={takeTerritory}
      target="_blank"
      rel="noopener noreferrer"
    >
      {words["act.open"]}
    </a>
  );

/** The territory of the element around us goes along: the plan shows its services. Called once, since it is always the same. */
function takeTerritory(link: HTMLAnchorElement | null): void {
  const code = (link?.getRootNode() as ShadowRoot | undefined)?.host.getAttribute("territory");
  if (link && code) link.hash += `&territory=${code}`;
}
