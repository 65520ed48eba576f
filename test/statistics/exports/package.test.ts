/** The data package is valid by Frictionless’s own library, row by row, and says the truth about its files. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Package } from "datapackage";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { whole } from "../../../worker/exports/bytes.ts";
import { dataPackage } from "../../../worker/exports/package.ts";
import type { PublishedTable } from "../../../worker/statistics/published.ts";
import { HEAD, someTables, source } from "./support/releases.ts";

const filesOf = async (tables: readonly PublishedTable[]) => unzipSync(await whole(dataPackage(source(tables))));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Descriptor {
  readonly resources: readonly { readonly path: string; readonly bytes: number; readonly hash: string }[];
}
const descriptorIn = (files: Readonly<Record<string, Uint8Array>>): Descriptor =>
  JSON.parse(strFromU8(files["datapackage.json"] ?? new Uint8Array()));

async function inFolder<T>(
  files: Readonly<Record<string, Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  try {
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the data package", () => {
  it("of any release is valid, and so is every row of every file", async () => {
    await fc.assert(
      fc.asyncProperty(someTables, async (tables) => {
        const files = await filesOf(tables);
        await inFolder(files, async (folder) => {
          const loaded = await Package.load(descriptorIn(files), { basePath: folder });
          expect(loaded.errors).toEqual([]);
          expect([loaded.valid, loaded.profile.name]).toEqual([true, "tabular-data package"]);
          const counts = new Map<string, number>();
          for (const resource of loaded.resources)
            counts.set(resource.name, (await resource.read({ keyed: true })).length);
          for (const { id, cells } of tables) expect(counts.get(id)).toBe(cells.length);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("is refused by the same library when a figure leaves its limits", async () => {
    const tables: PublishedTable[] = [
      {
        ...{ id: "actions", title: "Actions", form: "triggers" },
        cells: [
          {
            ...{ version: "1.1.0", kind: "action", subject: { code: "a", label: "A" } },
            ...{ reason: null, since: 1, share: 5 }, // disclosure control would have said « <=10 »
          },
        ],
      },
    ];
    const files = await filesOf(tables);
    await inFolder(files, async (folder) => {
      const [actions] = (await Package.load(descriptorIn(files), { basePath: folder })).resources;
      await expect(actions?.read({ keyed: true })).rejects.toThrow();
    });
  });

  it("gives the size and the SHA-256 of every file", async () => {
    await fc.assert(
      fc.asyncProperty(someTables, async (tables) => {
        const files = await filesOf(tables);
        for (const { path, bytes, hash } of descriptorIn(files).resources) {
          expect([bytes, hash]).toEqual([files[path]?.length, `sha256:${sha256(files[path] ?? new Uint8Array())}`]);
        }
        const { SHA256SUMS: sums, ...others } = files;
        const expected = Object.entries(others).map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`);
        expect(strFromU8(sums ?? new Uint8Array())).toBe(expected.join(""));
      }),
      { numRuns: 20 },
    );
  });

  it("logs every hidden figure once, and no figure that is shown", async () => {
    await fc.assert(
      fc.asyncProperty(someTables, async (tables) => {
        const log = strFromU8((await filesOf(tables))["suppressions.csv"] ?? new Uint8Array());
        const rows = await inFolder({ "s.csv": new TextEncoder().encode(log) }, async (folder) => {
          const resource = { name: "s", path: "s.csv", dialect: { lineTerminator: "\r\n" } };
          const schema = {
            fields: "table line code label figure reason".split(" ").map((name) => ({ name, type: "string" })),
          };
          const descriptor = {
            profile: "tabular-data-package",
            resources: [{ ...resource, profile: "tabular-data-resource", schema }],
          };
          return (await Package.load(descriptor, { basePath: folder })).resources[0]?.read({ keyed: true });
        });
        const hiddenRows = tables.flatMap(({ id, cells }) =>
          cells.flatMap(({ reason }, index) => (reason === null ? [] : [`${id} ${index + 1}`])),
        );
        const logged = (rows ?? []).filter(({ figure }) => figure === "*").map(({ table, line }) => `${table} ${line}`);
        expect(logged).toEqual(hiddenRows);
        const withheld = tables.flatMap((table) => JSON.stringify(table.cells).match(/"withheld"/g) ?? []).length;
        expect((rows ?? []).filter(({ figure }) => figure !== "*")).toHaveLength(withheld);
      }),
      { numRuns: 20 },
    );
  });

  it("explains the method in French with the numbers of the release, nothing left to fill in", async () => {
    const method = strFromU8((await filesOf([]))["METHODE.md"] ?? new Uint8Array());
    expect(method).toContain(`moins de ${HEAD.minimum} contributions`);
    expect(method).toContain("01/12/2026");
    expect(method).not.toMatch(/[{}]/);
    expect(method).not.toMatch(/[^\u00a0\s/][:;?!»](\s|$)|« | »/); // French spaces do not break
  });
});
