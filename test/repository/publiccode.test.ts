/**
 * publiccode.yml is what catalogues of public software read. Its own validator is a Go program that the registry does not
 * ship: these are the rules that it applies to format 0.5 without a network (struct tags of publiccode-parser-go, v4).
 */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, it } from "vitest";
import { parse } from "yaml";

const text = v.pipe(v.string(), v.nonEmpty());
const between = (least: number, most: number) => v.pipe(v.string(), v.minLength(least), v.maxLength(most));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/));

/** The lists hold the values of the format that could suit us, not all of them. */
const PubliccodeSchema = v.strictObject({
  publiccodeYmlVersion: v.literal("0.5.0"),
  name: text,
  url: v.pipe(v.string(), v.url()),
  softwareVersion: text,
  platforms: v.pipe(v.array(v.picklist(["web", "linux", "windows", "mac", "android", "ios"])), v.minLength(1)),
  categories: v.array(v.picklist(["it-security", "data-analytics", "compliance-management", "data-collection"])),
  developmentStatus: v.picklist(["concept", "development", "beta", "stable", "obsolete"]),
  softwareType: v.picklist(["standalone/web", "standalone/backend", "addon", "library", "configurationFiles"]),
  intendedAudience: v.strictObject({
    countries: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
    scope: v.array(v.picklist(["healthcare", "government", "welfare", "local-authorities"])),
  }),
  description: v.record(
    language,
    v.strictObject({
      shortDescription: between(1, 150),
      longDescription: between(150, 10_000),
      features: v.pipe(v.array(text), v.minLength(1)),
    }),
  ),
  legal: v.strictObject({ license: text }),
  maintenance: v.strictObject({
    type: v.picklist(["internal", "community"]), // "contract" wants contractors, "none" wants nobody
    contacts: v.pipe(v.array(v.strictObject({ name: text })), v.minLength(1)),
  }),
  localisation: v.strictObject({
    localisationReady: v.boolean(),
    availableLanguages: v.pipe(v.array(language), v.minLength(1)),
  }),
});

it("describes the product as catalogues of public software ask", () => {
  const { issues = [] } = v.safeParse(PubliccodeSchema, parse(readFileSync("publiccode.yml", "utf8")));
  expect(issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toEqual([]);
});
