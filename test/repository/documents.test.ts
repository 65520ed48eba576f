/** What the documents promise is what the project does. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const manifest = JSON.parse(read("package.json")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

describe("the README", () => {
  const blocks = [...read("README.md").matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => (block ?? "").trim());

  it("opens with a picture of the result and exactly two commands: one to use, one to test", () => {
    expect(read("README.md").split("\n").slice(0, 12).join("\n")).toContain("docs/screenshots/result-1280.png");
    expect(blocks.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  });

  it("gives the very command that continuous integration runs", () => {
    expect(read(".ci/run").trim().split("\n").at(-1)).toBe(blocks[1]);
  });
});

describe("the rest of the README", () => {
  const text = read("README.md");

  it("names every route of the API", () => {
    const paths = [...read("worker/openapi/operations.ts").matchAll(/path: "([^"]+)"/g)].map(([, path]) => path);
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) expect(text).toMatch(new RegExp(`(GET|POST) ${path?.replace(/[{}.]/g, "\\$&")}[\`?]`));
  });

  it("names every command", () => {
    for (const name of Object.keys(manifest.scripts)) {
      expect(text).toContain(["start", "test"].includes(name) ? `npm ${name}` : `npm run ${name}`);
    }
  });

  it("links to files that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file]) => file ?? "");
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe("docs/dependencies.md", () => {
  it("says why each runtime dependency is there", () => {
    const text = read("docs/dependencies.md");
    for (const name of Object.keys(manifest.dependencies)) expect(text).toContain(`\`${name}\``);
  });
});

describe("package.json", () => {
  it("pins every version exactly", () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
