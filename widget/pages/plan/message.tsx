/** The message to read again and to change, then to open in one's own mail program or to copy. */
import { useState } from "preact/hooks";
import { type Mail, mailAddress } from "./mail.ts";
import type { View } from "./view.ts";
import { composeRequest } from "./wish.ts";

export function Message({ view, to }: { view: View; to: string | null }) {
  const { t, opened, help, wish, act, notice } = view;
  const composed = composeRequest(opened, help, wish, t);
  /** What was typed stays: ticks no longer change it, until it is taken back. */
  const [typed, type] = useState<Mail | null>(null);
  const mail = typed ?? composed;
  const { href, whole } = mailAddress(mail, t("mail.paste"), to);
  const text = `${t("ask.subject", { subject: mail.subject })}\n\n${mail.body}`;
  return (
    <>
      <label class="label" for="request-subject">
        {t("support.subject")}
      </label>
      <input
        id="request-subject"
        class="box mail"
        autocomplete="off"
        value={mail.subject}
        onInput={({ currentTarget }) => type({ ...mail, subject: currentTarget.value })}
      />
      <label class="label" for="request-body">
        {t("support.body")}
      </label>
      <textarea
        id="request-body"
        class="box mail"
        rows={16}
        aria-describedby="request-help"
        value={mail.body}
        onInput={({ currentTarget }) => type({ ...mail, body: currentTarget.value })}
      />
      <p class="notice" id="request-help">
        {t("support.caution")}
      </p>
      {typed !== null && (
        <p class="buttons">
          <span class="small">{t("support.typed")}</span>
          <button type="button" class="quiet" onClick={() => type(null)}>
            {t("support.compose")}
          </button>
        </p>
      )}
      {!whole && <p class="note">{t("support.too-long")}</p>}
      <div class="buttons">
        <a class="button" href={href}>
          {t("support.open")}
        </a>
        <button type="button" onClick={() => act.copyText(text, "message-copied", "message-not-copied")}>
          {t("support.copy")}
        </button>
      </div>
      {(notice === "message-copied" || notice === "message-not-copied") && <p class="note">{t(`notice.${notice}`)}</p>}
    </>
  );
}
