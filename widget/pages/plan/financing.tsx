/** What may pay for an action or for the plan, and what does not: said as plainly as the territory's file says it. */
import type { Financing as Note } from "../../../questionnaires/schema/territory.ts";
import type { Text } from "../../text/text.ts";
import { Away } from "./away.tsx";

export function Financing({ t, notes }: { t: Text; notes: readonly Note[] }) {
  return (
    <>
      {notes.map(({ id, title, text, url }) => (
        <p key={id} class="small">
          <strong>{t("finance.note", { title })}</strong> {text} {url !== null && <Away t={t} url={url} />}
        </p>
      ))}
    </>
  );
}
