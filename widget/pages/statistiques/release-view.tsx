/** One release: which one, its files, which of its tables; then that table. */
import { type Access, readRelease, readTable } from "../../releases/client.ts";
import type { ReleaseHead } from "../../releases/published.ts";
import { say as sayRefusal } from "../../releases/words.ts";
import { TableFiles, WholeFiles } from "./downloads.tsx";
import { type Shown, UNTOUCHED } from "./fragment.ts";
import { readOf, useReading } from "./reader.ts";
import { Select } from "./select.tsx";
import { Failed } from "./statistics.tsx";
import { TableView } from "./table-view.tsx";
import { readTerritories } from "./territories.ts";
import { say, sayDay } from "./words.ts";

export interface ReleaseProps {
  readonly access: Access;
  readonly releases: readonly ReleaseHead[];
  readonly head: ReleaseHead;
  /** The territory that the token is limited to; null = none. */
  readonly scope: string | null;
  readonly shown: Shown;
  readonly show: (change: Partial<Shown>) => void;
  readonly tries: number;
  readonly again: () => void;
}

export function ReleaseView(props: ReleaseProps) {
  const { access, head, scope, shown, show, tries, again } = props;
  const { id } = head;
  const release = useReading(`${tries} ${id}`, () => readRelease(access, id));
  const territories = useReading("once", () => readTerritories(access.fetch));
  const tables = readOf(release)?.tables ?? [];
  const table = tables.find((one) => one.id === shown.table) ?? tables[0] ?? null;
  const territory = scope ?? shown.territory;
  const reading = table && `${tries} ${id} ${table.id} ${territory}`;
  const file = useReading(reading, () => readTable(access, id, table?.id ?? "", territory));
  const refused = [release, file].find((one) => one?.ok === false);
  const names = readOf(territories) ?? [];
  return (
    <>
      <form class="screen-only" aria-label={say("choice.title")} onSubmit={(event) => event.preventDefault()}>
        <div class="choice-fields">
          <Select
            id="release"
            label={say("choice.release")}
            value={String(id)}
            none={null}
            options={props.releases.map((one) => ({ code: String(one.id), label: sayRelease(one, props.releases) }))}
            choose={(code) => show({ release: Number(code) })}
          />
          <Select
            id="table"
            label={say("choice.table")}
            value={table?.id ?? ""}
            none={null}
            options={tables.map(({ id: code, title }) => ({ code, label: title }))}
            choose={(code) => show({ table: code, ...UNTOUCHED })}
          />
          {names.length > 0 && scope === null && (
            <Select
              id="territory"
              label={say("choice.territory")}
              value={names.some(({ code }) => code === territory) ? (territory ?? "") : ""}
              none={say("choice.everywhere")}
              options={names.map(({ code, region }) => ({ code, label: region ?? code }))}
              choose={(code) => show({ territory: code === "" ? null : code, ...UNTOUCHED })}
            />
          )}
        </div>
      </form>
      {scope !== null && (
        <p class="notice">
          {say("choice.scope", { region: names.find(({ code }) => code === scope)?.region ?? scope })}
        </p>
      )}
      {refused?.ok === false && refused.refusal === "token-territory" ? (
        <p class="error" role="alert">
          {sayRefusal("refused.token-territory")}
        </p>
      ) : (
        refused?.ok === false && <Failed refusal={refused.refusal} again={again} />
      )}
      {release?.ok && <WholeFiles access={access} release={release.value} territory={territory} />}
      {file?.ok && table && (
        <>
          <TableView head={head} table={file.value.table} territory={territory} shown={shown} show={show} />
          <TableFiles access={access} head={head} table={table} territory={territory} />
        </>
      )}
      <div role="status">{table && file === null && <p>{say("waiting")}</p>}</div>
    </>
  );
}

/** « n° 3, 1 décembre 2026 »; with the questionnaire where releases are of several. */
function sayRelease({ number, builtOn, questionnaire }: ReleaseHead, all: readonly ReleaseHead[]): string {
  const several = new Set(all.map((one) => one.questionnaire)).size > 1;
  return say(several ? "choice.release.of" : "choice.release.option", { number, date: sayDay(builtOn), questionnaire });
}
