/** A site that pins a version of the widget finds the same bytes after every later deployment. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bringBack, keep, keptVersions } from "../../scripts/widget-archive.ts";

let archive: string;
let assets: string;
let root: string;

/** A build of a version, as small as can be. */
function built(version: string, first: string): void {
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(join(assets, "widget", version, "c"), { recursive: true });
  writeFileSync(join(assets, "widget", version, "diag.js"), first);
  writeFileSync(join(assets, "widget", version, "c", `later-${first}.js`), `later ${first}`);
  cpSync(join(assets, "widget", version), join(assets, "widget/v1"), { recursive: true });
  writeFileSync(join(assets, "_headers"), `/widget/*\n  A: b\n\n/widget/${version}/*\n  Cache-Control: immutable\n`);
}
const read = (path: string) => readFileSync(join(assets, path), "utf8");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "diag-archive-"));
  archive = join(root, "published");
  assets = join(root, "assets");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a published version of the widget", () => {
  beforeEach(() => {
    built("1.0.0", "one");
    keep(archive, assets, "1.0.0");
  });

  it("is served unchanged, under the same headers, once another one is built", () => {
    built("1.1.0", "two");
    bringBack(archive, assets, "1.1.0", "v1");
    expect([read("widget/1.0.0/diag.js"), read("widget/1.1.0/diag.js")]).toEqual(["one", "two"]);
    expect(read("_headers")).toContain("\n/widget/1.1.0/*\n  Cache-Control: immutable\n");
    expect(read("_headers")).toContain("\n/widget/1.0.0/*\n  Cache-Control: immutable\n");
  });

  it("leaves its later files under the alias, for who opened the page before; the first file is the new one", () => {
    built("1.1.0", "two");
    bringBack(archive, assets, "1.1.0", "v1");
    expect([read("widget/v1/diag.js"), read("widget/v1/c/later-one.js")]).toEqual(["two", "later one"]);
  });

  it("leaves nothing under the alias of another first number", () => {
    built("2.0.0", "two");
    bringBack(archive, assets, "2.0.0", "v2");
    expect(() => read("widget/v2/c/later-one.js")).toThrow("ENOENT");
    expect(read("widget/1.0.0/diag.js")).toBe("one");
  });

  it("can be built again with the same bytes, and not with others", () => {
    built("1.0.0", "one");
    bringBack(archive, assets, "1.0.0", "v1");
    built("1.0.0", "other");
    const refusal = "Version 1.0.0 of the widget is published and would change";
    expect(() => bringBack(archive, assets, "1.0.0", "v1")).toThrow(refusal);
    expect(() => keep(archive, assets, "1.0.0")).toThrow(refusal);
    expect(keptVersions(archive)).toEqual(["1.0.0"]);
  });
});

it("is none as long as nothing is published", () => {
  built("1.0.0", "one");
  bringBack(archive, assets, "1.0.0", "v1");
  expect(keptVersions(archive)).toEqual([]);
});
