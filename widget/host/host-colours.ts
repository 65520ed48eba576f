/** The colours that the page around us has set on the element; only when there are some does what mends them come. */

/** `own`: every colour of ours, `--cd-…` → its value in the theme that is shown; `chosen`: the names of those replaced. */
export interface HostColours {
  readonly own: ReadonlyMap<string, string>;
  readonly chosen: readonly string[];
}

/** Our own values stand in the first rule of our first style sheet, the dark ones in the last rule of `:host` after it. */
export function hostColours(element: HTMLElement, root: ShadowRoot): HostColours {
  const shown = getComputedStyle(element);
  const [light, media] = root.adoptedStyleSheets[0]?.cssRules ?? [];
  const dark = media instanceof CSSMediaRule ? media.cssRules[0] : light;
  const rule = shown.getPropertyValue("--cd-scheme").trim() === "dark" ? dark : light;
  const style = rule instanceof CSSStyleRule ? rule.style : null;
  const all = [...(style ?? [])].map((name) => [name, style?.getPropertyValue(name).trim() ?? ""] as const);
  const own = new Map(all.filter(([, value]) => value.startsWith("#")));
  return { own, chosen: [...own.keys()].filter((name) => own.get(name) !== shown.getPropertyValue(name).trim()) };
}
