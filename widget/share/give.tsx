/** The diagnostic of this page as a code, a link and a QR code; or why there is none yet. */
import { pack } from "../../questionnaires/engine/engine.ts";
import { codeLink } from "../codes/code-in.ts";
import { Copy } from "../parts/copy.tsx";
import { Heading } from "../parts/heading.tsx";
import { QrCode } from "./qr-code.tsx";
import type { RoomProps } from "./share.tsx";
import { say } from "./words.ts";

/** `address`: the hosted page, whatever site this one stands in. */
export function Give({ ui, seen, begun, address }: RoomProps & { readonly begun: boolean; readonly address: string }) {
  if (!begun) return null;
  if (!seen.ok) return <p class="notice">{say("give.none")}</p>;
  const code = pack(seen.value);
  const link = codeLink(address, { code, domain: null });
  return (
    <section class="card">
      <Heading ui={ui} depth={1}>
        {say("give.title")}
      </Heading>
      <p>{say("give.lead")}</p>
      <Copy say={say} id="share-code" label={say("give.code")} text={code} rows={2} />
      <Copy say={say} id="share-link" label={say("give.link")} text={link} rows={3} />
      <p>{say("give.qr")}</p>
      <QrCode text={link} label={say("give.qr.label")} />
      <p class="notice">{say("give.secret")}</p>
    </section>
  );
}
