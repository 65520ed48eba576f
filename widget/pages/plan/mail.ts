/** The address that opens a message in the person's own mail program (RFC 6068). Nothing is sent by this page. */

export interface Mail {
  readonly subject: string;
  /** Lines end with `\n`. */
  readonly body: string;
}

/** Longer addresses are cut by some mail programs: above, the mail opens without its body (Windows takes 2,000 characters). */
const MAIL_LIMIT = 1_900;

export interface MailAddress {
  readonly href: string;
  /** Whether the mail opens with its whole body; else it opens with the invitation to paste it. */
  readonly whole: boolean;
}

/** `to`: null leaves the recipient to be written. `paste`: what stands in the place of a body that is too long. */
export function mailAddress({ subject, body }: Mail, paste: string, to: string | null = null): MailAddress {
  // Accents and line breaks are written as UTF-8 and CRLF in percents, as RFC 6068 asks; « @ » stays as it is.
  const recipient = to === null ? "" : encodeURIComponent(to).replaceAll("%40", "@");
  const address = (text: string) =>
    `mailto:${recipient}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\r?\n/g, "\r\n"))}`;
  const href = address(body);
  const whole = href.length <= MAIL_LIMIT;
  return { href: whole ? href : address(paste), whole };
}
