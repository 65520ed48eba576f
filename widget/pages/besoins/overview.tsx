/** What is needed and what is offered, for what was chosen: gaps in a sentence, the picture, the table, the file. */
import { useState } from "preact/hooks";
import type { Help } from "../../territories/help.ts";
import { longDay } from "../../text/long-day.ts";
import { download } from "../../tools/download.ts";
import { Chart } from "./chart.tsx";
import { needsAndOffer } from "./needs.ts";
import { needsCsv } from "./needs-csv.ts";
import { countOf, type Reading } from "./read.ts";
import { BY_NEED, type Choice, linesOf, rowsOf, type Sorting, sorted } from "./rows.ts";
import { LineSelect } from "./selects.tsx";
import { NeedsTable } from "./table.tsx";
import { LANGUAGE, say } from "./words.ts";

interface Props {
  readonly reading: Reading;
  readonly help: Help;
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
}

export function Overview({ reading, help, choice, choose }: Props) {
  const [sorting, sort] = useState<Sorting>(BY_NEED);
  const { release, questionnaire } = reading;
  if (!release || !questionnaire) return <p class="notice">{say("nothing")}</p>;
  const { territory, national } = help;
  const needs = needsAndOffer(reading, territory, national, questionnaire);
  const published = { number: release.number, date: longDay(release.builtOn, LANGUAGE) };
  if (needs.length === 0) return <p class="notice">{say("no-tables", published)}</p>;
  const groups = (["sector", "department"] as const)
    .map((kind) => ({ kind, lines: linesOf(needs, kind) }))
    .filter(({ lines }) => lines.length > 0);
  const chosen = held(choice, groups);
  const line = groups.find(({ kind }) => kind === chosen.kind)?.lines.find(({ code }) => code === chosen.code);
  const rows = sorted(rowsOf(needs, chosen), sorting, LANGUAGE);
  const count = line ? countOf(reading.counts, line.kind, line.code) : null;
  const save = () =>
    download(
      say("csv.file", { number: release.number }),
      "text/csv;charset=utf-8",
      needsCsv(needs, release, territory?.name ?? null, say, LANGUAGE),
    );
  return (
    <>
      <LineSelect groups={groups} choice={chosen} choose={choose} />
      <section aria-labelledby="shown">
        <h2 id="shown">{line?.label ?? say(`line.all.${chosen.kind}`)}</h2>
        <p>
          {say("release", published)} {say(`about.${chosen.kind}`, { place: territory?.name ?? "" })}{" "}
          {line && (count === null ? say("count.hidden") : say("count", { count }))}
        </p>
        <Gaps rows={rows} />
        <Chart rows={rows} />
        <NeedsTable
          rows={rows}
          withLine={chosen.code === null}
          place={territory?.name ?? null}
          sorting={sorting}
          sort={sort}
        />
        <p class="notice">{say("hidden.why", { minimum: release.minimum })}</p>
        <p class="buttons screen-only">
          <button type="button" onClick={save}>
            {say("csv.button")}
          </button>
          <button type="button" class="second" onClick={() => print()}>
            {say("print")}
          </button>
        </p>
      </section>
    </>
  );
}

/** The choice, as long as the release has its line. */
function held(choice: Choice, groups: Parameters<typeof LineSelect>[0]["groups"]): Choice {
  const group = groups.find(({ kind }) => kind === choice.kind) ?? groups[0];
  if (!group) return choice;
  const same = group.kind === choice.kind && group.lines.some(({ code }) => code === choice.code);
  return { kind: group.kind, code: same ? choice.code : null };
}

/** The gaps first of all, in words: what many need and nobody offers. */
function Gaps({ rows }: { readonly rows: ReturnType<typeof rowsOf> }) {
  const gaps = rows.filter(({ finding, elsewhere }) => finding === "gap" || elsewhere);
  if (gaps.length === 0) return <p>{say("gaps.none")}</p>;
  const rule = new Intl.PluralRules(LANGUAGE).select(gaps.length);
  return <p class="gaps">{say(`gaps.${rule === "one" ? "one" : "other"}`, { count: gaps.length })}</p>;
}
