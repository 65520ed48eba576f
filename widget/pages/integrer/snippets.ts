/** The texts to copy, from the choices: what goes into the page, into its style sheet, into its policy. Pure; shown as text. */
import type { Text } from "../../text/text.ts";
import { chosenColours, framePath, type Settings } from "./settings.ts";

/** What the server says of the version that it serves. */
export interface Release {
  readonly version: string;
  /** Name of the file → its hash. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Snippet {
  /** Key of its title and of its instructions. */
  readonly name: string;
  readonly text: string;
}

const ELEMENT = "diag-cyber-esms";

/** Every text to copy, in the order in which a webmaster needs it. */
export function snippetsOf(settings: Settings, server: string, release: Release, t: Text): readonly Snippet[] {
  const policy = { name: settings.mode === "iframe" ? "policy-iframe" : "policy", text: policyOf(settings, server) };
  const statements = [
    { name: "accessibility", text: t("statement.accessibility", { server }) },
    { name: "privacy", text: t("statement.privacy", { server }) },
  ];
  return [...pageOf(settings, server, release, t), policy, ...statements];
}

function pageOf(settings: Settings, server: string, release: Release, t: Text): readonly Snippet[] {
  if (settings.mode === "iframe") return [{ name: "iframe", text: iframe(settings, server, t) }];
  const [html, css, script] = [element(settings, server, t), style(settings), scriptTag(settings, server, release)];
  if (settings.tool === "wordpress") {
    return [{ name: "wordpress", text: [`<style>\n${css}\n</style>`, html, script].join("\n") }];
  }
  if (settings.tool === "drupal") {
    return [
      { name: "drupal-library", text: library(settings, server, release) },
      { name: "drupal-block", text: html },
      { name: "css", text: css },
    ];
  }
  return [
    { name: "html", text: `${html}\n${script}` },
    { name: "css", text: css },
  ];
}

function element({ territory, mode, theme, level }: Settings, server: string, t: Text): string {
  const attributes = [
    territory && ` territory="${escaped(territory)}"`,
    mode === "card" && ' mode="card"',
    theme !== "auto" && ` theme="${theme}"`,
    level !== "2" && ` heading-level="${level}"`,
  ];
  return [
    `<${ELEMENT}${attributes.filter(Boolean).join("")}>`,
    `  <p><a href="${page(territory, server)}">${escaped(t("fallback.link"))}</a></p>`,
    `  <p>${escaped(t("fallback.emergency"))}</p>`,
    `</${ELEMENT}>`,
  ].join("\n");
}

function scriptTag(settings: Settings, server: string, release: Release): string {
  const { src, integrity } = file(`${ELEMENT}.js`, settings, server, release);
  const pinned = integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : "";
  return `<script type="module" src="${src}"${pinned}></script>`;
}

function library(settings: Settings, server: string, release: Release): string {
  const { src, integrity } = file(`${ELEMENT}.js`, settings, server, release);
  const pinned = integrity ? `, integrity: '${integrity}', crossorigin: anonymous` : "";
  return [
    `${ELEMENT}:`,
    "  js:",
    `    ${src}:`,
    "      type: external",
    `      attributes: { type: module${pinned} }`,
  ].join("\n");
}

/** The room is reserved, so that nothing moves when the diagnostic comes. */
function style(settings: Settings): string {
  const room = settings.mode === "card" ? [] : ["  min-height: 100vh;"];
  const colours = chosenColours(settings).map(([name, value]) => `  --cd-${name}: ${value};`);
  return [`${ELEMENT} {`, "  display: block;", ...room, ...colours, "}"].join("\n");
}

function iframe(settings: Settings, server: string, t: Text): string {
  return [
    `<iframe src="${escaped(server + framePath(settings))}" title="${escaped(t("fallback.title"))}" width="100%" height="900"></iframe>`,
    `<p><a href="${page(settings.territory, server)}">${escaped(t("fallback.frame"))}</a></p>`,
    `<script type="module" src="${server}/widget/v1/${ELEMENT}-frame.js"></script>`,
  ].join("\n");
}

function policyOf({ mode }: Settings, server: string): string {
  const first = mode === "iframe" ? "frame-src" : "connect-src";
  return [`script-src ${server};`, `${first} ${server};`].join("\n");
}

function file(name: string, { updates }: Settings, server: string, { version, files }: Release) {
  if (updates === "follow") return { src: `${server}/widget/v1/${name}`, integrity: null };
  return { src: `${server}/widget/${version}/${name}`, integrity: files[name] ?? null };
}

function page(territory: string, server: string): string {
  return territory ? `${server}/?territory=${escaped(encodeURIComponent(territory))}` : `${server}/`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
