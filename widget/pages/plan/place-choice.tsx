/** Before the actions: whose services are shown, the choice of another region, and what did not arrive. */
import type { View } from "./view.ts";

export function PlaceChoice({ t, help, act }: View) {
  const { status, places, territory } = help;
  return (
    <div class="place">
      {places.length > 0 && (
        <p>
          <label class="label" for="territory">
            {t("help.place")}
          </label>
          <select
            id="territory"
            class="box"
            value={territory?.code ?? ""}
            onChange={({ currentTarget }) => act.choosePlace(currentTarget.value || null)}
          >
            <option value="">{t("help.place.none")}</option>
            {places.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      {status === "waiting" && <p class="muted small">{t("help.waiting")}</p>}
      {status === "ready" && territory?.services.length === 0 && <p class="notice">{t("help.empty")}</p>}
      {status === "failed" && (
        <div class="notice">
          <p>{t("help.failed")}</p>
          <p class="buttons">
            <button type="button" onClick={act.retryHelp}>
              {t("help.again")}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
