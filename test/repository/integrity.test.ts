/** Each built file holds the hashes of those that it may import; the build refuses an import that nothing would verify. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { integrityOf, sealImports } from "../../scripts/integrity.ts";

const sha384 = (text: string) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
const lazy = (path: string) => `load(()=>import(\`${path}\`),[],import.meta.url)`;

describe("sealed imports", () => {
  it("carry the hash of what they ask for, the last file first", () => {
    const entry = { fileName: "first.js", code: lazy("./c/second.js") };
    const second = { fileName: "c/second.js", code: `import{a}from"../first.js";${lazy("./third.js")}` };
    const third = { fileName: "c/third.js", code: "export default 1" };
    sealImports([entry, second, third], "first.js");
    expect(second.code).toContain(`load("./third.js","${sha384("export default 1")}",import.meta.url)`);
    expect(entry.code).toBe(`load("./c/second.js","${sha384(second.code)}",import.meta.url)`);
    expect(integrityOf("x")).toBe(sha384("x"));
  });

  it("bring first what the file imports itself", () => {
    const entry = { fileName: "first.js", code: lazy("./c/second.js") };
    const second = { fileName: "c/second.js", code: 'import{a}from"./shared.js";a()' };
    const shared = { fileName: "c/shared.js", code: "export const a=1" };
    sealImports([entry, second, shared], "first.js");
    expect(entry.code).toContain(`"./c/shared.js ./c/second.js","${sha384(shared.code)} ${sha384(second.code)}"`);
  });

  it("are never left without a hash", () => {
    const bare = { fileName: "first.js", code: 'const x = import("./c/second.js")' };
    expect(() => sealImports([bare], "first.js")).toThrow("without its hash");
    expect(() => sealImports([{ fileName: "first.js", code: lazy("./gone.js") }], "first.js")).toThrow("was not built");
    const circle = [
      { fileName: "first.js", code: lazy("./second.js") },
      { fileName: "second.js", code: lazy("./first.js") },
    ];
    expect(() => sealImports(circle, "first.js")).toThrow("Imported by what it imports");
  });
});
