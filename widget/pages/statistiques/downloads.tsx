/** The files of a release and of a table: what the page shows, and everything, in the formats that analysts open. */
import { useState } from "preact/hooks";
import { type Access, type Refusal, tablePath, withTerritory } from "../../releases/client.ts";
import { FileLink } from "../../releases/file-link.tsx";
import type { Release, ReleaseHead } from "../../releases/published.ts";
import { say as sayRefusal } from "../../releases/words.ts";
import { say } from "./words.ts";

interface File {
  /** The word for it: `files.<word>`. */
  readonly word: string;
  readonly path: string;
  readonly name: string;
}

interface WholeProps {
  readonly access: Access;
  readonly release: Release;
  readonly territory: string | null;
}

/** The whole release: nothing where the server does not make such files. */
export function WholeFiles({ access, release, territory }: WholeProps) {
  const { files, dictionary } = release;
  const name = nameOf(release, territory);
  const whole: readonly File[] = [
    ...(files
      ? [
          { word: "workbook", path: withTerritory(files.xlsx, territory), name: `${name}.xlsx` },
          { word: "package", path: withTerritory(files.package, territory), name: `${name}-package.zip` },
        ]
      : []),
    { word: "dictionary", path: dictionary.replace(/json$/, "csv"), name: `${nameOf(release, null)}-dictionary.csv` },
  ];
  return <Files title={say("files.whole")} access={access} files={whole} />;
}

const FORMATS = [
  { word: "xlsx", format: "xlsx", query: "", end: ".xlsx" },
  { word: "csv-fr", format: "csv", query: "?variant=fr", end: "-fr.csv" },
  { word: "csv", format: "csv", query: "", end: ".csv" },
  { word: "json", format: "json", query: "", end: ".json" },
  { word: "ndjson", format: "ndjson", query: "", end: ".ndjson" },
] as const;

interface TableProps {
  readonly access: Access;
  readonly head: ReleaseHead;
  readonly table: { readonly id: string; readonly title: string };
  readonly territory: string | null;
}

/** The table on screen, whole: filters and order are the reader's own. */
export function TableFiles({ access, head, table, territory }: TableProps) {
  const files = FORMATS.map(({ word, format, query, end }) => ({
    word,
    path: withTerritory(tablePath(head.id, table.id, format) + query, territory),
    name: `${nameOf(head, territory)}-${table.id}${end}`,
  }));
  return <Files title={say("files.table", { title: table.title })} access={access} files={files} />;
}

interface FilesProps {
  readonly title: string;
  readonly access: Access;
  readonly files: readonly File[];
}

function Files({ title, access, files }: FilesProps) {
  /** Null = nothing was asked for, or by a link that the browser follows itself. */
  const [told, tell] = useState<Refusal | "saved" | null>(null);
  return (
    <section class="files screen-only">
      <h2>{title}</h2>
      <ul class="buttons">
        {files.map(({ word, path, name }) => (
          <li key={word}>
            <FileLink access={access} path={path} name={name} tell={(refusal) => tell(refusal ?? "saved")}>
              {say(`files.${word}`)}
            </FileLink>
          </li>
        ))}
      </ul>
      <p role="status" class={told === null || told === "saved" ? "" : "error"}>
        {told === "saved" ? say("files.saved") : told !== null && sayRefusal(`refused.${told}`)}
      </p>
    </section>
  );
}

/** `esms-publication-3`, as the server names the same file, and the territory whose lines are kept. */
function nameOf({ questionnaire, number }: ReleaseHead, territory: string | null): string {
  return `${questionnaire}-publication-${number}${territory === null ? "" : `-${territory}`}`;
}
