/** A code survives the ways in which people pass it on. */
import { expect, it } from "vitest";
import { codeIn, codeLink, versionOf } from "../../../widget/codes/code-in.ts";

const CODE = "esms.1.1.0.XGE63XBM41YYXWRQGRX6KD18SFCZ2FB7XKQ2CA5X";
const alone = { code: CODE, domain: null };

it.each([
  ["alone", CODE],
  ["with spaces around it", `  ${CODE}\n`],
  ["cut over lines by a mail", "esms.1.1.0.XGE63XBM41YYXWRQ\r\nGRX6KD18SFCZ2FB7XKQ2CA5X"],
  ["in small letters", CODE.toLowerCase()],
  ["in groups, with O for 0, I and L for 1", "ESMS.1.1.0.XGE63-XBM4I-YYXWR-QGRX6-KDl8S-FCZ2F-B7XKQ-2CA5X"],
  ["in a link", `https://diag.example/#code=${CODE}`],
  [
    "in a link of another site, cut over lines",
    `https://other.example/page?x=1#code=${CODE.slice(0, 20)}\n${CODE.slice(20)}`,
  ],
])("reads a code %s", (_, text) => {
  expect(codeIn(text)).toEqual(alone);
});

it("carries the domain that is handed over, and nothing before the « # » of the link", () => {
  const link = codeLink("https://diag.example/", { code: CODE, domain: "sauvegardes" });
  expect(new URL(link).pathname + new URL(link).search).toBe("/");
  expect(codeIn(link)).toEqual({ code: CODE, domain: "sauvegardes" });
});

it("leaves what is no code as it was, for the engine to refuse", () => {
  expect(codeIn("bonjour").code).toBe("bonjour");
  expect(codeIn("https://diag.example/#code=").code).toBe("");
  expect(codeIn("").code).toBe("");
});

it("finds the version that a code names", () => {
  expect(versionOf(CODE)).toBe("1.1.0");
  expect(versionOf("esms.1.1.XYZ")).toBeNull();
});
