/** The look that a host may give: twelve custom properties, six parts, three themes, and no colour that cannot be read. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { PROPERTIES } from "../../widget/pages/frame/query.ts";
import { useBrowser } from "./browser.ts";
import { example } from "./example.ts";
import { useHosts } from "./hosts.ts";
import { fillProfile, next } from "./walk.ts";

const visit = useBrowser();
const hosts = useHosts();

/** A page whose own style sheet is `css`, with `count` elements; and what it says in the console. */
async function open(css: string, attributes = "", count = 1, options = {}) {
  const said: string[] = [];
  const element = `<diag-cyber-esms ${attributes}></diag-cyber-esms>`.repeat(count);
  const script = `<script type="module" src="${hosts.widget()}/widget/v1/diag-cyber-esms.js"></script>`;
  const html = `<!doctype html><meta charset="utf-8"><title>Agence</title><style>${css}</style>${element}${script}`;
  const visited = await visit(
    options,
    async (page: Page) => {
      page.on("console", (line) => line.type() === "warning" && said.push(line.text()));
      await hosts.open(page);
    },
    hosts.put(html),
  );
  await visited.page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/widget/host")),
  );
  return { ...visited, said };
}

const style = (page: Page, selector: string, property: string) =>
  page
    .locator(`diag-cyber-esms ${selector}`)
    .first()
    .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

it.each([
  ["accent", "#7a1fa2", "button.primary", "background-color", "rgb(122, 31, 162)"],
  ["strong", "#123456", ".cd", "--cd-strong", "#123456"],
  ["ink", "#101010", ".cd", "color", "rgb(16, 16, 16)"],
  ["muted", "#333333", ".aside", "color", "rgb(51, 51, 51)"],
  ["page", "#fffbe6", ".cd", "background-color", "rgb(255, 251, 230)"],
  ["soft", "#eeeeee", ".cd", "--cd-soft", "#eeeeee"],
  ["line", "#c0ffee", ".card", "border-top-color", "rgb(192, 255, 238)"],
  ["control", "#444444", ".cd", "--cd-control", "#444444"],
  ["error", "#990000", ".cd", "--cd-error", "#990000"],
  ["radius", "3px", "button.primary", "border-top-left-radius", "3px"],
  ["offset", "77px", ".h0", "scroll-margin-top", "77px"],
  ["font", "monospace", ".cd", "font-family", "monospace"],
])("takes --cd-%s from its page", async (name, value, selector, property, expected) => {
  expect(PROPERTIES).toContain(name);
  const { page, said, close } = await open(`diag-cyber-esms { --cd-${name}: ${value} }`);
  expect((await style(page, selector, property)).trim()).toBe(expected);
  expect(said).toEqual([]);
  await close();
});

it("lets its page style six parts, and nothing else", async () => {
  const parts = ["root", "heading", "button", "primary", "card", "field"];
  const css = parts
    .map((part, index) => `diag-cyber-esms::part(${part}) { outline: ${index + 1}px solid red }`)
    .join("");
  const { page, close } = await open(css);
  const outline = (selector: string) => style(page, selector, "outline-width");
  expect(await outline(".cd")).toBe("1px");
  expect(await outline(".h0")).toBe("2px");
  expect(await outline(".card")).toBe("5px");
  expect(await outline("button.primary")).toBe("4px"); // a button too, of which it is the first
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.locator("diag-cyber-esms .field").first().waitFor();
  expect(await outline(".field")).toBe("6px");
  expect(await outline("button:not(.primary)")).toBe("3px");
  const named = await page
    .locator("diag-cyber-esms [part]")
    .evaluateAll((all) => [...new Set(all.flatMap((one) => [...one.part]))].sort());
  expect(parts).toEqual(expect.arrayContaining(named));
  await close();
});

it("mends a text below 4.5:1 and a control below 3:1, and says so once for the whole page", async () => {
  const css = "diag-cyber-esms { --cd-accent: #ffcc00; --cd-control: #eeeeee; --cd-ink: rouge }";
  const { page, said, close } = await open(css, "", 2);
  await expect.poll(() => said.length).toBe(3);
  expect(said.join("\n").replaceAll("\u00a0", " ")).toMatch(
    /--cd-accent \(#ffcc00\) n’a qu’un contraste de 1,\d+ avec/,
  );
  expect(said.join("\n")).toContain("--cd-control (#eeeeee)");
  expect(said.join("\n")).toContain("--cd-ink (rouge)");
  const contrast = (one: string, other: string) => {
    const luminance = (text: string) => {
      const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const [background, text] = [
    await style(page, "button.primary", "background-color"),
    await style(page, "button.primary", "color"),
  ];
  expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
  expect(await style(page, ".cd", "color")).toBe("rgb(20, 35, 45)");
  await page.getByRole("button", { name: "Commencer" }).first().click();
  expect(contrast(await style(page, "select", "border-top-color"), "rgb(255, 255, 255)")).toBeGreaterThanOrEqual(3);
  await close();
});

it("asks for nothing more when its page has set no colour", async () => {
  const { page, requests, close } = await open("diag-cyber-esms { --cd-radius: 0; --cd-font: serif }");
  await fillProfile(page, example("EHPAD"));
  await next(page);
  expect(requests.filter((url) => url.includes("/c/tool-"))).toEqual([]);
  await close();
});

it.each([
  ["", "light", "rgb(255, 255, 255)"],
  ["", "dark", "rgb(15, 26, 32)"],
  ['theme="auto"', "dark", "rgb(15, 26, 32)"],
  ['theme="light"', "dark", "rgb(255, 255, 255)"],
  ['theme="dark"', "light", "rgb(15, 26, 32)"],
] as const)("shows the theme that is asked for: %s in a %s system", async (attribute, colorScheme, expected) => {
  const { page, close } = await open("", attribute, 1, { colorScheme });
  expect(await style(page, ".cd", "background-color")).toBe(expected);
  await close();
});

it("mends again when the theme changes", async () => {
  const { page, said, close } = await open("diag-cyber-esms { --cd-accent: #1f4e79 }");
  expect(said).toEqual([]);
  await page.locator("diag-cyber-esms").evaluate((one) => one.setAttribute("theme", "dark"));
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]).toContain("--cd-accent (#1f4e79)");
  await close();
});
