/** What a webmaster chooses, and the choices there are. */

export const MODES = ["element", "card", "iframe"] as const;
export const THEMES = ["auto", "light", "dark"] as const;
export const TOOLS = ["html", "wordpress", "drupal"] as const;
export const UPDATES = ["follow", "pin"] as const;
export const LEVELS = ["2", "3", "4"] as const;
/** The public custom properties that are colours, in the order of the form. */
export const COLOURS = ["accent", "page", "ink", "control", "muted", "strong", "soft", "line", "error"] as const;

export interface Settings {
  /** The code of a territory, or "" for none. */
  readonly territory: string;
  readonly mode: (typeof MODES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly level: (typeof LEVELS)[number];
  readonly tool: (typeof TOOLS)[number];
  readonly updates: (typeof UPDATES)[number];
  /** Name of the colour → as typed; empty = the diagnostic's own. */
  readonly colours: Readonly<Record<string, string>>;
}

export const INITIAL: Settings = {
  territory: "",
  mode: "element",
  theme: "auto",
  level: "2",
  tool: "html",
  updates: "follow",
  colours: {},
};

const HEX = /^#[0-9a-f]{6}$/i;

/** The colours that are colours: `#rrggbb`, in lower case. */
export function chosenColours({ colours }: Settings): readonly (readonly [string, string])[] {
  return COLOURS.flatMap((name) => {
    const value = colours[name]?.trim() ?? "";
    return HEX.test(value) ? [[name, value.toLowerCase()] as const] : [];
  });
}

/** Whether something was typed that is no colour. */
export function isWrongColour(typed: string | undefined): boolean {
  return typed !== undefined && typed.trim() !== "" && !HEX.test(typed.trim());
}

/** The address of the frame for these choices, from the root of the server. */
export function framePath(settings: Settings): string {
  const query = new URLSearchParams();
  if (settings.territory) query.set("territory", settings.territory);
  if (settings.theme !== "auto") query.set("theme", settings.theme);
  if (settings.level !== "2") query.set("heading-level", settings.level);
  if (settings.mode === "card") query.set("mode", "card");
  for (const [name, value] of chosenColours(settings)) query.set(name, value);
  return `/widget/v1/frame${query.size > 0 ? `?${query}` : ""}`;
}
