/** Style sheets made by script: the one way that a strict Content-Security-Policy of the host page always allows. */

export function adopt(root: ShadowRoot, css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  return sheet;
}

/** The parts that a host may style with `::part()`, by the selector of what bears them; `root` is on the first element. */
const PARTS = { heading: ".h0", button: "button", primary: ".primary", card: ".card", field: ".field" };

/** Gives the elements that have just been shown their public names. */
export function nameParts(root: ShadowRoot): void {
  for (const [part, selector] of Object.entries(PARTS)) {
    for (const element of root.querySelectorAll(selector)) element.part.add(part);
  }
}
