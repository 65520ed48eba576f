/** The README teaches to add a region: what it says is done here, on the shipped territories without that region. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import { servicesFor } from "../../../questionnaires/engine/engine.ts";
import { adapted, examplesOf, version } from "../../support/questionnaires.ts";
import { compileShipped, published, shippedFiles } from "./shipped.ts";

const README = readFileSync(`${QUESTIONNAIRES_ROOT}README.md`, "utf8");
const section = README.split("\n## Ajouter une région\n")[1]?.split("\n## ")[0] ?? "";
const text = /```yaml\n# territories\/bre\.yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? "";
const without = shippedFiles().filter(({ name }) => name !== "bre.yaml");
const added = (file: string): readonly SourceFile[] => [...without, { name: "bre.yaml", text: file }];
const own = ({ file }: { readonly file: string }) => file.endsWith("bre.yaml");

describe("the region that the README adds", () => {
  it("is missed until its file is there", () => {
    expect(compileShipped(without).findings.map(({ code }) => code)).toContain("territory-region");
  });

  it("takes one file, about which the check says nothing at all", () => {
    const { findings, territories } = compileShipped(added(text));
    expect(findings.filter(own)).toEqual([]);
    expect(territories.map(({ code }) => code)).toContain("bre");
    expect(territories).toHaveLength(19);
  });

  it("offers its service to who has a server, before those of the national level", () => {
    const { territories } = compileShipped(added(text));
    const here = territories.find(({ code }) => code === "bre") ?? null;
    const national = territories.find(({ region }) => region === null) ?? null;
    const model = version(published[0]?.id ?? "", published[0]?.version ?? "");
    const [cloud, onSite] = examplesOf(model).map(({ profile }) => adapted(model, profile).profile.facts);
    if (!cloud || !onSite) throw new Error("Two examples are needed.");
    const offered = (facts: typeof cloud) => {
      const found = servicesFor(here, national, facts, "act-test-restauration");
      return found.ok ? found.services.map(({ service }) => service.id) : [];
    };
    expect(offered(onSite)).toEqual(["bre-restauration", "care"]);
    expect(offered(cloud)).toEqual(["care"]);
  });

  it("is answered as the README says when an action is misspelt", () => {
    const misspelt = text.replace("act-test-restauration", "act-restauration");
    const [finding] = compileShipped(added(misspelt)).findings.filter(own);
    expect(section).toContain(`erreur ${finding?.code} — ${finding?.message} → ${finding?.mend}`);
  });
});
