/** What the eye and the finger need, measured in the page: text that is all there, targets, outline, focus, regions. */
import type { Page } from "playwright-core";

/** Pixels (WCAG 2.5.5); links inside a sentence are exempt. */
const TARGET = 44;
const TARGETS = "button, .choice label, .box, summary, .summary a, footer nav a";

/** The shown targets that a finger may miss, as « width × height text ». */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.locator(TARGETS).evaluateAll(
    (all, least) =>
      all.flatMap((node) => {
        const { width, height } = node.getBoundingClientRect();
        const small = width > 0 && (height < least || width < least);
        return small ? [`target of ${Math.round(width)} × ${Math.round(height)}: ${node.textContent}`] : [];
      }),
    TARGET,
  );
}

/** Texts written over one another, cut by a box, or sticking out of theirs. */
export function lostText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** Boxes with an edge that is seen: text belongs inside. */
    const EDGED = "button, label, summary, td, th, .card, .field, .note, .tag, .rank, .summary, .instruction, .outcome";
    const lines: { text: string; rect: DOMRect }[] = [];
    const found: string[] = [];
    const parentOf = (node: Element) => node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;
    const scrolls = (node: Element | null): boolean =>
      node !== null &&
      node !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(node).overflow) || scrolls(parentOf(node)));
    const read = (node: Text, owner: Element) => {
      const text = node.data.trim();
      if (text === "" || !owner.checkVisibility({ visibilityProperty: true })) return;
      if (owner.closest(".unseen, .skip, noscript, option, script, style")) return;
      if (scrolls(owner)) return; // what does not fit there can be reached
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        lines.push({ text, rect });
        for (let box: Element | null = owner; box; box = parentOf(box)) {
          const style = getComputedStyle(box);
          const edged = box.matches(EDGED) || style.overflowX !== "visible" || style.overflowY !== "visible";
          if (!edged || style.display === "inline" || box === document.documentElement) continue;
          const { left, right, top, bottom } = box.getBoundingClientRect();
          // A line's own box may be taller than its letters: a quarter of it is free.
          const free = rect.height / 4;
          const out =
            rect.left < left - 1 || rect.right > right + 1 || rect.top < top - free || rect.bottom > bottom + free;
          if (out) found.push(`out of ${box.localName}.${box.className}: ${text.slice(0, 60)}`);
        }
      }
    };
    const walk = (root: Node) => {
      for (const node of root.childNodes) {
        if (node instanceof Text && node.parentElement) read(node, node.parentElement);
        if (!(node instanceof Element)) continue;
        walk(node.shadowRoot ?? node);
      }
    };
    walk(document.body);
    lines.sort((one, two) => one.rect.top - two.rect.top);
    lines.forEach((one, index) => {
      for (let later = index + 1; later < lines.length; later++) {
        const two = lines[later];
        if (!two || two.rect.top > one.rect.bottom) break;
        const across = Math.min(one.rect.right, two.rect.right) - Math.max(one.rect.left, two.rect.left);
        const down = Math.min(one.rect.bottom, two.rect.bottom) - Math.max(one.rect.top, two.rect.top);
        const deep = down > 0.5 * Math.min(one.rect.height, two.rect.height);
        if (across > 2 && deep) found.push(`« ${one.text.slice(0, 40)} » over « ${two.text.slice(0, 40)} »`);
      }
    });
    return [...new Set(found)];
  });
}

/** What is wrong with the outline: a first heading that is no h1, several, or a level that is jumped over. */
export function outlineFaults(page: Page): Promise<readonly string[]> {
  return page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) => {
    const levels = all.filter((one) => one.checkVisibility()).map((one) => Number(one.localName.slice(1)));
    const jumps = levels.flatMap((level, index) =>
      level > (levels[index - 1] ?? 0) + 1 ? [`heading ${level} after ${levels[index - 1] ?? "nothing"}`] : [],
    );
    const first = levels.filter((level) => level === 1).length;
    return first === 1 ? jumps : [`${first} headings of level 1`, ...jumps];
  });
}

/** The tables without a caption, and the headers that do not say what they head. */
export function tableFaults(page: Page): Promise<readonly string[]> {
  return page
    .locator("table")
    .evaluateAll((all) =>
      all.flatMap((table) => [
        ...(table.querySelector("caption")?.textContent ? [] : ["a table without a caption"]),
        ...[...table.querySelectorAll("th:not([scope])")].map((header) => `no scope: ${header.textContent}`),
      ]),
    );
}

/** Where the focus is: « body » when it was lost, or was never moved. */
export function focusPlace(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return active?.checkVisibility() ? active.localName : "nowhere";
  });
}

/** What moves by itself or with a transition: nothing should. */
export function movements(page: Page): Promise<readonly string[]> {
  return page.locator("*").evaluateAll((all) =>
    all.flatMap((node) => {
      if (!node.checkVisibility()) return [];
      const { animationName, transitionDuration } = getComputedStyle(node);
      const moves = animationName !== "none" || transitionDuration.split(", ").some((time) => time !== "0s");
      return moves ? [`${node.localName}.${node.className} moves`] : [];
    }),
  );
}

/** What a person may impose to read better (WCAG 1.4.12), in the page and inside the widget. */
export function spaceText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
        "p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets.push(sheet);
    document.querySelector("diag-cyber-esms")?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
}

/** Letters twice as large, as the settings of a browser do. */
export function doubleText(page: Page): Promise<void> {
  return page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
}
