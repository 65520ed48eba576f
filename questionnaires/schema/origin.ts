/** An origin exactly as a browser sends it: scheme, name in lower case, port unless it is the usual one, nothing after. */
const SECURE = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::(?!443$)[1-9]\d{0,4})?$/;

/** One's own machine, to try a page before it is online. */
const LOCAL = /^http:\/\/localhost(?::(?!80$)[1-9]\d{0,4})?$/;

/** Whether a text is such an origin: no star, no path, no list, hence safe inside a header. */
export function isExactOrigin(text: string): boolean {
  return SECURE.test(text) || LOCAL.test(text);
}
