/** An export leaves before its table is complete: the first piece costs no row, and no row is made before it is asked for. */
import { describe, expect, it } from "vitest";
import { TABLE_FORMATS, WHOLE_FORMATS } from "../../../worker/exports/formats.ts";
import { streamOf } from "../../../worker/http/bytes.ts";
import type { PublishedTable, PublishedTrigger } from "../../../worker/statistics/published.ts";
import { source } from "./support/releases.ts";

const CELLS = 2_000;

/** A large table that counts the cells that were read of it. */
function counted(): { readonly table: PublishedTable; readonly read: () => number } {
  let read = 0;
  const cell: PublishedTrigger = {
    ...{ version: "1.1.0", kind: "action", subject: { code: "act-mfa", label: "Activer la double authentification" } },
    ...{ reason: null, since: 1, share: 45 },
  };
  const cells = new Proxy(
    Array.from({ length: CELLS }, () => cell),
    {
      get(target, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) read++;
        return Reflect.get(target, key);
      },
    },
  );
  return { table: { id: "actions", title: "Actions", form: "triggers", cells }, read: () => read };
}

const FORMATS = [...Object.entries(TABLE_FORMATS), ["package", WHOLE_FORMATS.package] as const];

describe.each(FORMATS)("an export as %s", (_, { write }) => {
  it("sends its first piece before the table is complete, then the rest when it is asked for", async () => {
    const { table, read } = counted();
    const reader = streamOf(write(source([table]), {})).getReader();
    expect(read()).toBe(0);
    const first = await reader.read();
    expect(first.value?.length).toBeGreaterThan(0);
    expect(read()).toBeLessThan(CELLS / 10);
    while (!(await reader.read()).done);
    expect(read()).toBeGreaterThanOrEqual(CELLS);
  });

  it("stops making rows when the client goes", async () => {
    const { table, read } = counted();
    const reader = streamOf(write(source([table]), {})).getReader();
    await reader.read();
    await reader.cancel();
    expect(read()).toBeLessThan(CELLS / 10);
  });
});
