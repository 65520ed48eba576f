/** The difference between two scores, with its sign: « +13,5 », « −4 », « 0 ». Worked out on the figures that are shown. */
export function rise([before, after]: readonly [number, number], language: string): string {
  const shown = (score: number) => Math.round(score * 10);
  const difference = (shown(after) - shown(before)) / 10;
  return new Intl.NumberFormat(language, { signDisplay: "exceptZero", maximumFractionDigits: 1 })
    .format(difference)
    .replace("-", "−");
}
