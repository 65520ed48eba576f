/** The worker is woken at the hours of wrangler.toml; an alarm that fails is told, without its message, and stops nothing. */
import { Cron } from "croner";
import { describe, expect, it, vi } from "vitest";
import { ring, setAlarms } from "../../selfhost/alarms.ts";
import { pendingWork } from "../../selfhost/pending.ts";
import { loadProduct } from "../../selfhost/product.ts";
import { env } from "./platform/workers.ts";

const product = await loadProduct();

describe("the alarms", () => {
  it("are those of wrangler.toml, in UTC", () => {
    expect(product?.alarms).toContain("17 3 * * *");
    const next = new Cron("17 3 * * *", { timezone: "UTC", paused: true }).nextRun(new Date("2026-11-22T12:00:00Z"));
    expect(next?.toISOString()).toBe("2026-11-23T03:17:00.000Z");
  });

  it("forget old receipts, in the database of the server", async () => {
    const { context } = pendingWork();
    await env.DB.prepare("INSERT INTO receipts (key_hash, day) VALUES (randomblob(32), 1)").run();
    for (const cron of product?.alarms ?? []) {
      await ring(product?.worker as never, cron, Date.now(), env, context);
    }
    expect(await env.DB.prepare("SELECT count(*) AS n FROM receipts WHERE day = 1").first("n")).toBe(0);
  });

  it("ring by themselves, and a stop waits for the one that rings", async () => {
    vi.useFakeTimers({ now: new Date("2026-11-22T03:16:59Z") });
    const rung: number[] = [];
    let finish = () => {};
    const worker = {
      fetch: () => new Response(),
      scheduled: async ({ scheduledTime }: { scheduledTime: number }) => {
        rung.push(scheduledTime);
        await new Promise<void>((done) => {
          finish = done;
        });
      },
    };
    const { context, settled } = pendingWork();
    const stop = setAlarms(worker, ["17 3 * * *"], {}, context);
    await vi.advanceTimersByTimeAsync(2000);
    expect(rung.map((time) => new Date(time).toISOString().slice(0, 19))).toEqual(["2026-11-22T03:17:00"]);
    stop();
    let ended = false;
    const end = settled().then(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(ended).toBe(false);
    finish();
    await end;
    await vi.advanceTimersByTimeAsync(2 * 86_400_000);
    expect(rung).toHaveLength(1);
    vi.useRealTimers();
  });

  it("that fail are told in the log, without their message", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    const failing = {
      fetch: () => new Response(),
      scheduled: () => Promise.reject(new RangeError("CANARI")),
    };
    await ring(failing, "* * * * *", 0, {}, pendingWork().context);
    expect(log.mock.calls).toEqual([['{"event":"alarm-failed","cron":"* * * * *","name":"RangeError"}']]);
    log.mockRestore();
  });
});
