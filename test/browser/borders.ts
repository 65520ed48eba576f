/** The borders of controls, from computed styles: quick, for pages whose pixels contrast.test.ts does not measure. */
import type { Page } from "playwright-core";

/** The lowest contrast between the border of an unticked control and the page behind it (WCAG 1.4.11 wants 3). */
export function borderContrast(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll((controls) => {
    const channel = (value: number) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    };
    const behind = (node: Element | null): string => {
      for (let one = node; one; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if (!backgroundColor.endsWith(", 0)") && backgroundColor !== "transparent") return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    const contrasts = controls.map((control) => {
      const one = luminance(getComputedStyle(control).borderTopColor);
      const two = luminance(behind(control.parentElement));
      return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    });
    return Math.min(...contrasts);
  });
}
