/** What an export has made when its first byte leaves: a part of `npm run bench:statistics`. */

/** Rows of the table that is exported. */
const EXPORTED = 10_000;

/** How much of a table each export has made when its first byte leaves; rows are counted as they are read. */
export async function benchFirstByte(say: (text: string) => void): Promise<void> {
  const { TABLE_FORMATS, WHOLE_FORMATS } = await import("../worker/exports/formats.ts");
  say(`\nexport: a table of ${EXPORTED.toLocaleString("en")} rows, when its first byte leaves`);
  for (const [name, { write }] of [...Object.entries(TABLE_FORMATS), ["package", WHOLE_FORMATS.package] as const]) {
    let read = 0;
    const cell = { version: "1.1.0", kind: "action", subject: { code: "act", label: "Une action" } } as const;
    const cells = new Proxy(
      Array.from({ length: EXPORTED }, () => ({ ...cell, reason: null, since: 1, share: 45 })),
      {
        get(target, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) read++;
          return Reflect.get(target, key);
        },
      },
    );
    const table = { id: "actions", title: "Actions", form: "triggers", cells } as const;
    const release = { id: 1, questionnaire: "esms", number: 1, builtOn: "2026-12-01", minimum: 11 };
    const tables = async function* () {
      yield table;
    };
    const start = performance.now();
    let first: { readonly time: number; readonly rows: number } | null = null;
    for await (const _ of write({ release, area: null, titles: [table], tables }, {})) {
      first ??= { time: performance.now() - start, rows: read };
    }
    const part = (100 * (first?.time ?? 0)) / (performance.now() - start);
    say(`  ${name.padEnd(8)} ${first?.rows} rows made, after ${part.toFixed(1)} % of its time`);
  }
}
