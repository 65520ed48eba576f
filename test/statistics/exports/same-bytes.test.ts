/**
 * A strong ETag promises bytes: those of this version of the format, fingerprinted. When one changes (a column, a library),
 * raise FORMAT (worker/statistics/export/format.ts), then write the new fingerprints here. Words have a tag of their own.
 */
import { describe, expect, it } from "vitest";
import { sha256, whole } from "../../../worker/exports/bytes.ts";
import { TABLE_FORMATS } from "../../../worker/exports/formats.ts";
import { sheetFrame, workbookParts } from "../../../worker/exports/workbook/frame.ts";
import { sheetXml } from "../../../worker/exports/workbook/rows.ts";
import { zip } from "../../../worker/exports/zip.ts";
import { FORMAT } from "../../../worker/statistics/export/format.ts";
import type { PublishedTable } from "../../../worker/statistics/published.ts";
import { HEAD, source } from "./support/releases.ts";

const named = (code: string) => ({ code, label: `« ${code} »` });
const utf8 = (text: string) => new TextEncoder().encode(text);
const fingerprint = async (bytes: Uint8Array) => (await sha256(bytes)).slice(0, 16);

const TABLES: readonly PublishedTable[] = [
  {
    ...{ id: "department", title: "Par département", form: "cells", rows: named("department"), columns: null },
    ...{ levels: [named("0")], domains: [named("acces")] },
    cells: [
      {
        ...{ kind: "cell", row: named("01"), column: null, reason: null, since: 2 },
        figures: {
          ...{ n: 1_250, mean: 46.5, quartile1: { band: "<=10" }, median: 47.5, quartile3: 52.5, levels: [35] },
          domains: { acces: { withheld: "protected" } },
        },
      },
      { kind: "cell", row: named("=02"), column: null, reason: "protected", since: null, figures: null },
    ],
  },
  {
    ...{ id: "questions", title: "Questions", form: "questions" },
    cells: [
      {
        ...{ version: "1.1.0", question: named("acc-mfa"), reason: null, since: 1, asked: { from: 25, below: 50 } },
        answers: [15, 20, 25, { band: "<=10" }, { band: "<=10" }, { withheld: "protected" }, { band: ">=90" }],
      },
    ],
  },
  {
    ...{ id: "actions", title: "Actions", form: "triggers" },
    cells: [{ version: "1.1.0", kind: "cap", subject: named("sauv-test"), reason: null, since: 1, share: 45 }],
  },
];

/** Of version 1.0 of the format. */
const FINGERPRINTS = {
  "department json": "f5b65b8c392191ba",
  "department csv": "8916fae86cfb65c3",
  "department csv-fr": "cec80e7ecf61e579",
  "department ndjson": "ba7a7dddf8be2a3c",
  "questions json": "b330bd87d6c4bef8",
  "questions csv": "a57c8d0ecb9354b0",
  "questions csv-fr": "c1b895a381a4a539",
  "questions ndjson": "51ee20d41c5c6bf8",
  "actions json": "7e5af72fa860f7a4",
  "actions csv": "9373cf0f43ef20a4",
  "actions csv-fr": "6e5d491197c768be",
  "actions ndjson": "41ebe1bfaca2d084",
  zip: "73db0c63a10d8841",
  workbook: "3ca250b28cf14e03",
};

async function made(): Promise<Readonly<Record<string, string>>> {
  const { xlsx: _, ...data } = TABLE_FORMATS;
  const files: [string, Uint8Array][] = [];
  for (const table of TABLES) {
    for (const [name, { write }] of Object.entries(data)) {
      files.push([`${table.id} ${name}`, await whole(write(source([table]), { id: HEAD.id }))]);
    }
  }
  const pieces = [utf8("one line\n".repeat(500)), utf8("another")];
  files.push(["zip", await whole(zip([{ path: "a/b.txt", pieces }], "2026-12-01"))]);
  const properties = { title: "Titre", creator: "Diag", builtOn: "2026-12-01" };
  const parts = await workbookParts(["Un", "Deux"], properties);
  const sheet = {
    ...{ widths: [20, 12], headed: true, height: 2 },
    rows: [[{ value: "Titre", style: "heading" as const }], [{ value: 46.5, style: "decimal" as const }, null]],
  };
  const xml = [...sheetXml(await sheetFrame(sheet, properties), sheet)].join("");
  const all = parts.map(({ path, bytes }) => `${path}\n${new TextDecoder().decode(bytes)}`).join("\n");
  files.push(["workbook", utf8(`${all}\n${xml}`)]);
  return Object.fromEntries(await Promise.all(files.map(async ([name, bytes]) => [name, await fingerprint(bytes)])));
}

describe("version 1.0 of the format", () => {
  it("gives the same bytes as when it was published", async () => {
    expect(FORMAT).toBe("1.0");
    expect(await made()).toEqual(FINGERPRINTS);
  });

  it("gives them in any time zone", async () => {
    const here = process.env.TZ;
    try {
      for (const zone of ["Pacific/Auckland", "America/Cayenne", "Europe/Paris"]) {
        process.env.TZ = zone;
        expect(await made()).toEqual(FINGERPRINTS);
      }
    } finally {
      if (here === undefined) delete process.env.TZ;
      else process.env.TZ = here;
    }
  });
});
