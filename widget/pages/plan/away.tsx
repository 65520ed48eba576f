/** A link that leaves for another site, in a new tab: the name of the site says where it leads. */
import type { Text } from "../../text/text.ts";

export function Away({ t, url, label }: { t: Text; url: string; label?: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {t("help.away", { label: label ?? new URL(url).hostname.replace(/^www\./, "") })}
    </a>
  );
}
