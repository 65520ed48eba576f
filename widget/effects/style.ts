/** Style sheets made by script: the one way that a strict Content-Security-Policy of the host page always allows. */

export function adopt(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
