/** The room of codes: give this diagnostic away, keep it on the device, hand it over, open another. Nothing passes through a server. */
import lineage from "virtual:lineage";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Model } from "../../questionnaires/engine/engine.ts";
import { createLibrary, withMessages } from "../codes/library.ts";
import { serverUrl } from "../effects/server-url.ts";
import { adopt } from "../effects/style.ts";
import type { View } from "../journey/view.ts";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";
import type { State } from "../state/state.ts";
import { Give } from "./give.tsx";
import { HandOver } from "./hand-over.tsx";
import { Handed } from "./handed.tsx";
import { Keep } from "./keep.tsx";
import { Offer } from "./offer.tsx";
import { OpenForm } from "./open-form.tsx";
import { useOpening } from "./opening.ts";
import { Review } from "./review.tsx";
import css from "./share.css?inline";
import { Tools } from "./tools.tsx";
import { say, words } from "./words.ts";

export { follow, isSafe } from "./device.ts";

export interface RoomProps {
  readonly ui: Ui;
  readonly state: State;
  readonly model: Model;
  /** What the state means; not yet anything while the profile is unfinished. */
  readonly seen: View;
}

const dressed = new WeakSet<ShadowRoot>();
const address = (path: string) => serverUrl(import.meta.url, path);

export function Share(props: RoomProps) {
  const { ui, state, model, seen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    const found = box.current?.getRootNode() as ShadowRoot; // the widget has no other root
    if (!dressed.has(found)) adopt(found, css);
    dressed.add(found);
    setRoot(found);
  }, []);
  const library = useMemo(() => {
    const versions = address(`/api/v1/questionnaires/${lineage.id}`);
    return createLibrary(withMessages(model, words), lineage.migrations, versions, fetch.bind(window));
  }, [model]);
  const begun = Object.keys({ ...state.profile, ...state.answers }).length > 0;
  const opening = useOpening({ root, library, seen, begun, dispatch: ui.dispatch });
  const { review } = opening;
  const form = <OpenForm ui={ui} refusal={opening.refusal} busy={opening.busy} open={opening.open} />;
  return (
    <div class="screen room" ref={box}>
      <Heading ui={ui}>{say("title")}</Heading>
      <p class="lead">{say("lead")}</p>
      {review && (
        <Review
          ui={ui}
          model={model}
          opened={review.opened}
          task={review.pending.domain}
          replaces={review.replaces}
          accept={opening.accept}
          refuse={opening.refuse}
        />
      )}
      {root && <Handed {...props} root={root} />}
      {!begun && form}
      <Give {...props} begun={begun} address={address("/")} />
      {root && <Keep {...props} root={root} />}
      <HandOver {...props} address={address("/")} />
      {begun && form}
      <Tools ui={ui} address={address} />
      <div class="buttons">
        <button type="button" onClick={() => ui.dispatch({ type: "previous" })}>
          {ui.t("nav.previous")}
        </button>
      </div>
    </div>
  );
}

export function offer(ui: Ui, model: Model) {
  return <Offer ui={ui} model={model} />;
}
