/**
 * « Demander un accompagnement »: the director ticks what to ask for, reads and changes the message, opens it in their own
 * mail program. This page sends nothing, and the message holds nothing that was not ticked or typed.
 */
import { useState } from "preact/hooks";
import { financingFor } from "../../../questionnaires/engine/engine.ts";
import { Financing } from "./financing.tsx";
import { Message } from "./message.tsx";
import { Recipient } from "./recipient.tsx";
import type { View } from "./view.ts";
import { supporters } from "./wish.ts";
import { WishList } from "./wish-list.tsx";

export function Support(view: View) {
  const { t, help, opened } = view;
  const [chosen, choose] = useState("");
  const contacts = supporters(help);
  const contact = contacts.find(({ id }) => id === chosen) ?? contacts[0] ?? null;
  const notes = financingFor(help.territory, help.national, opened.adapted.profile.facts, null);
  return (
    <section class="card" id="support">
      <h2 class="h1">{t("support.title")}</h2>
      <p>{t("support.lead")}</p>
      <WishList {...view} />
      <h3 class="h2">{t("support.to")}</h3>
      <Recipient view={view} contacts={contacts} contact={contact} choose={choose} />
      <Message view={view} to={contact?.email ?? null} />
      {notes.length > 0 && (
        <>
          <h3 class="h2">{t("finance.title")}</h3>
          <Financing t={t} notes={notes} />
        </>
      )}
    </section>
  );
}
