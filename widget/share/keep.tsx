/** « Enregistrer sur cet appareil »: off until asked for, what is kept and where in words, and a button that erases it. */
import { useState } from "preact/hooks";
import { pack } from "../../questionnaires/engine/engine.ts";
import { Heading } from "../parts/heading.tsx";
import { dayOf } from "./day.ts";
import { forget, isSaving, keep, readKept, setSaving } from "./device.ts";
import type { RoomProps } from "./share.tsx";
import { say } from "./words.ts";

export function Keep({ ui, seen, model, root }: RoomProps & { readonly root: Node }) {
  const [note, setNote] = useState("");
  const { id, language } = model.questionnaire;
  const kept = readKept(id);
  const on = isSaving(root);
  if (!seen.ok && !kept) return null;
  const change = () => {
    const kept = !on && seen.ok && keep(pack(seen.value), new Date());
    setSaving(root, kept);
    if (on) setNote("keep.off");
    else setNote(kept ? "keep.done" : "keep.refused");
  };
  const erase = () => {
    setSaving(root, false);
    forget();
    setNote("keep.erased");
  };
  return (
    <section class="card">
      <Heading ui={ui} depth={1}>
        {say("keep.title")}
      </Heading>
      <p>{say("keep.what", { host: location.host })}</p>
      <p class="muted">{say("keep.shared")}</p>
      {kept && <p>{say(on ? "keep.now" : "keep.before", { date: dayOf(kept.day, language) })}</p>}
      {seen.ok && (
        <div class="choice">
          <input type="checkbox" id="share-keep" checked={on} onChange={change} />
          <label for="share-keep">{say("keep.switch")}</label>
        </div>
      )}
      {kept && (
        <div class="buttons">
          <button type="button" onClick={erase}>
            {say("keep.erase")}
          </button>
        </div>
      )}
      <p role="status">{note && say(note)}</p>
    </section>
  );
}
