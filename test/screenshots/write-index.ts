/** Writes docs/screens.md: each picture with what it shows, light beside dark, phone beside desktop. */
import { writeFileSync } from "node:fs";
import type { Pictured } from "./list.ts";

export function writeIndex(file: string, pictured: readonly Pictured[]): void {
  const rows = pictured.map(({ name, caption }) => {
    const link = (suffix: string, words: string) => `[${words}](screenshots/${name}${suffix}.png)`;
    const phone = `${link("-360", "light")}, ${link("-360-dark", "dark")}`;
    const desktop = `${link("-1280", "light")}, ${link("-1280-dark", "dark")}`;
    return `| \`${name}\` | ${caption} | ${phone} | ${desktop} |`;
  });
  const lines = [
    "# Screens",
    "",
    "Taken by `npm run screenshots` with the packaged Chromium and its fonts, for the fictional SSIAD of the worked examples.",
    "Add a line to `test/screenshots/list.ts` for another screen or page.",
    "",
    "| Screen | What it shows | 360 pixels | 1280 pixels |",
    "|---|---|---|---|",
    ...rows,
    "",
  ];
  writeFileSync(file, lines.join("\n"));
}
