/** To the IT provider: a domain or everything, as one message to copy, with a link that opens where their part begins. */
import { useState } from "preact/hooks";
import { pack } from "../../questionnaires/engine/engine.ts";
import { codeLink } from "../codes/code-in.ts";
import { Copy } from "../parts/copy.tsx";
import { Heading } from "../parts/heading.tsx";
import type { RoomProps } from "./share.tsx";
import { say } from "./words.ts";

export function HandOver({ ui, seen, model, address }: RoomProps & { readonly address: string }) {
  const [domain, setDomain] = useState("");
  if (!seen.ok) return null;
  const asked = new Set(seen.value.adapted.displayed.map((question) => question.domain));
  const domains = model.questionnaire.domains.filter(({ id }) => asked.has(id));
  const label = domains.find(({ id }) => id === domain)?.label;
  const link = codeLink(address, { code: pack(seen.value), domain: domain || null });
  return (
    <section class="card">
      <Heading ui={ui} depth={1}>
        {say("hand.title")}
      </Heading>
      <p>{say("hand.lead")}</p>
      <div>
        <label class="legend" for="share-domain">
          {say("hand.domain")}
        </label>
        <select class="box" id="share-domain" value={domain} onChange={(event) => setDomain(event.currentTarget.value)}>
          <option value="">{say("hand.all")}</option>
          {domains.map(({ id, label: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Copy
        say={say}
        id="share-message"
        label={say("hand.message")}
        text={label ? say("hand.text.domain", { label, link }) : say("hand.text.all", { link })}
        rows={7}
      />
    </section>
  );
}
