/** From each « je ne sais pas », what to ask: one text to copy or to send, and what the structure can find by itself. */
import { mailAddress } from "./mail.ts";
import { unknowns } from "./provider-text.ts";
import type { View } from "./view.ts";

export function Ask(view: View) {
  const { t, opened, act, notice } = view;
  const { provider, inside } = unknowns(opened, t);
  if (!provider && inside.length === 0) return null;
  return (
    <section class="card" id="ask">
      <h2 class="h1">{t("ask.title")}</h2>
      {provider && (
        <>
          <p id="ask-lead">{t("ask.lead")}</p>
          <label class="label" for="ask-text">
            {t("ask.label")}
          </label>
          <textarea
            id="ask-text"
            class="box mail"
            readOnly
            rows={16}
            aria-describedby="ask-lead"
            value={`${t("ask.subject", { subject: provider.subject })}\n\n${provider.body}`}
          />
          <div class="buttons">
            <button type="button" onClick={() => act.copyText(provider.body, "text-copied")}>
              {t("ask.copy")}
            </button>
            <a class="button" href={mailAddress(provider, t("mail.paste")).href}>
              {t("ask.mail")}
            </a>
          </div>
          {(notice === "text-copied" || notice === "not-copied") && <p class="note">{t(`notice.${notice}`)}</p>}
        </>
      )}
      {inside.length > 0 && (
        <>
          <h3 class="h2">{t("ask.inside")}</h3>
          <ul>
            {inside.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
