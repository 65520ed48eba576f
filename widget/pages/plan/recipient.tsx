/** Whom the request goes to, and what is known of them; what is not known is said. */
import type { Contact } from "../../../questionnaires/schema/territory.ts";
import { Away } from "./away.tsx";
import type { View } from "./view.ts";

interface Props {
  readonly view: View;
  readonly contacts: readonly Contact[];
  readonly contact: Contact | null;
  readonly choose: (id: string) => void;
}

export function Recipient({ view, contacts, contact, choose }: Props) {
  const { t } = view;
  if (contact === null) return <p>{t("support.nobody")}</p>;
  return (
    <>
      {contacts.length > 1 && (
        <fieldset>
          <legend class="unseen">{t("support.to")}</legend>
          <div class="choices">
            {contacts.map(({ id, name, purpose }) => (
              <div class="choice" key={id}>
                <input type="radio" id={`to-${id}`} name="to" checked={id === contact.id} onChange={() => choose(id)} />
                <label for={`to-${id}`}>{t("support.contact", { name, purpose })}</label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      {contacts.length === 1 && (
        <p>
          <strong>{contact.name}</strong> <span class="muted">{contact.purpose}</span>
        </p>
      )}
      {!contact.verified && <p class="notice">{t("support.unverified", { name: contact.name })}</p>}
      <Known view={view} contact={contact} />
    </>
  );
}

/** E-mail address, or that it is not known here; then the page and the telephone, or that they are not either. */
function Known({ view: { t }, contact: { name, email, phone, url } }: { view: View; contact: Contact }) {
  return (
    <ul>
      <li>{email === null ? t("support.no-email") : t("support.email", { email })}</li>
      {phone !== null && <li>{t("support.phone", { phone })}</li>}
      {url !== null && (
        <li>
          {t("support.page")} <Away t={t} url={url} />
        </li>
      )}
      {email === null && phone === null && url === null && <li>{t("support.unknown", { name })}</li>}
    </ul>
  );
}
