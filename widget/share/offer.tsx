/** On the start screen: the diagnostic that this device has kept, to go on with or to erase. */
import { useState } from "preact/hooks";
import type { Model } from "../../questionnaires/engine/engine.ts";
import type { Ui } from "../parts/ui.ts";
import { dayOf } from "./day.ts";
import { forget, readKept } from "./device.ts";
import { ask } from "./pending.ts";
import { say } from "./words.ts";

export function Offer({ ui, model }: { readonly ui: Ui; readonly model: Model }) {
  const [erased, setErased] = useState(false);
  const { id, language } = model.questionnaire;
  const kept = readKept(id);
  if (erased) return <p role="status">{say("keep.erased")}</p>;
  if (!kept) return null;
  const resume = (event: MouseEvent) => {
    const root = (event.currentTarget as Node).getRootNode(); // the button is inside our shadow root
    ask(root, { code: kept.code, domain: null, device: true });
    ui.dispatch({ type: "go", screen: { name: "share", page: 0 } });
  };
  const erase = () => {
    forget();
    setErased(true);
  };
  return (
    <section class="card">
      <p>{say("offer.lead", { host: location.host })}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={resume}>
          {say("offer.resume", { date: dayOf(kept.day, language) })}
        </button>
        <button type="button" onClick={erase}>
          {say("offer.erase")}
        </button>
      </div>
    </section>
  );
}
