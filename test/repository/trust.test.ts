/** What someone checks before running it: under which licences, made of what, who to tell. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { billOfMaterials } from "../../scripts/write-sbom.ts";

const read = (file: string) => readFileSync(file, "utf8");
const manifest = JSON.parse(read("package.json")) as {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

it("is under Apache-2.0, and says the same wherever it says it", () => {
  expect(read("LICENSE")).toContain("Version 2.0, January 2004");
  expect(manifest.license).toBe("Apache-2.0");
  const { legal, softwareVersion } = parse(read("publiccode.yml")) as { legal: object; softwareVersion: string };
  expect([legal, softwareVersion]).toEqual([{ license: "Apache-2.0" }, manifest.version]);
  expect(read("README.md")).toContain("Licence Ouverte 2.0");
  expect(read("questionnaires/LICENCE.md")).toContain("Licence Ouverte 2.0");
});

it("lists every dependency in its bill of materials, in the version that is installed", () => {
  const { bomFormat, components } = JSON.parse(billOfMaterials()) as {
    readonly bomFormat: string;
    readonly components: readonly { readonly purl: string }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  for (const [name, version] of wanted) expect(listed).toContain(`pkg:npm/${name}@${version}`);
});
