/** What a token is, how long it lasts and what it reaches: decided without a database or a clock. */
import { describe, expect, it } from "vitest";
import { expiryOf, latestExpiry } from "../../worker/access/expiry.ts";
import { MAX_DAYS, needsToken, reaches, staleness } from "../../worker/access/grant.ts";
import { parseToken, RANDOM_BYTES, tokenId, writeToken } from "../../worker/access/token.ts";

const bytes = (fill: number) => new Uint8Array(RANDOM_BYTES).fill(fill);

describe("a token", () => {
  it("is a readable prefix, 32 random bytes and a checksum that begins its SHA-256, as anyone can calculate", async () => {
    const token = await writeToken(bytes(0xfb));
    expect(token).toMatch(/^dces_[\w-]{43}[0-9a-f]{8}$/);
    expect(token.slice(0, 48)).toBe(`dces_${"-_v7".repeat(10)}-_s`);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token.slice(0, 48)));
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    expect(token.slice(48)).toBe(hex.slice(0, 8));
  });

  it("is another one for other bytes, and is known by the SHA-256 of the whole", async () => {
    const [one, other] = [await writeToken(bytes(1)), await writeToken(bytes(2))];
    const [first, second] = [await parseToken(one), await parseToken(other)];
    if (!first.ok || !second.ok) throw new Error("A token is not recognised.");
    expect(first.hash).toEqual(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(one))));
    expect(first.hash).not.toEqual(second.hash);
    expect(tokenId(first.hash)).toMatch(/^[0-9a-f]{8}$/);
  });

  it("is refused when one character differs, wherever it stands", async () => {
    const token = await writeToken(bytes(7));
    for (let place = "dces_".length; place < token.length; place++) {
      const other = token[place] === "0" ? "1" : "0";
      const mistyped = token.slice(0, place) + other + token.slice(place + 1);
      expect(await parseToken(mistyped)).toEqual({ ok: false, reason: "checksum" });
    }
  });

  it.each(["", "dces_", "x", "DCES_", "metrics-token", "dces_é", "dces_ ", "__proto__"])(
    "is not recognised in « %s »",
    async (text) => {
      expect(await parseToken(text)).toEqual({ ok: false, reason: "malformed" });
      expect(await parseToken(`${await writeToken(bytes(3))}${text || "0"}`)).toMatchObject({ ok: false });
    },
  );
});

describe("the life of a token", () => {
  const grant = {
    label: "x",
    territory: null,
    createdOn: "2026-11-22",
    expiresOn: "2027-03-01",
    revokedOn: null,
    lastUsedOn: null,
  };

  it("goes through its last day, and ends when it is revoked, whatever its dates", () => {
    expect(staleness(grant, "2027-03-01")).toBeNull();
    expect(staleness(grant, "2027-03-02")).toBe("expired");
    expect(staleness({ ...grant, revokedOn: "2026-12-01" }, "2026-11-30")).toBe("revoked");
    expect(staleness({ ...grant, revokedOn: "2026-12-01" }, "2028-01-01")).toBe("revoked");
  });

  it("is asked for as a date or as days, and is a year at most", () => {
    const today = "2026-11-22";
    expect(MAX_DAYS).toBe(365);
    expect(latestExpiry(today)).toBe("2027-11-22");
    const asked = (expires?: string, days?: string) => expiryOf({ expires, days }, today);
    expect(asked("2027-03-01")).toEqual({ ok: true, expiresOn: "2027-03-01" });
    expect(asked(undefined, "90")).toEqual({ ok: true, expiresOn: "2027-02-20" });
    expect(asked(undefined, "365")).toEqual({ ok: true, expiresOn: "2027-11-22" });
    expect(asked(today)).toEqual({ ok: true, expiresOn: today });
    expect(asked(undefined, "366")).toEqual({ ok: false, reason: "too-far" });
    expect(asked("2027-11-23")).toEqual({ ok: false, reason: "too-far" });
    expect(asked(undefined, "999999")).toEqual({ ok: false, reason: "too-far" });
    expect(asked("2026-11-21")).toEqual({ ok: false, reason: "past" });
    for (const date of ["2027-02-30", "01/03/2027", "2027-3-1", "", "demain"]) {
      expect(asked(date)).toEqual({ ok: false, reason: "not-a-date" });
    }
    for (const days of ["0", "-1", "1.5", "", "un an", "1e2"]) {
      expect(asked(undefined, days)).toEqual({ ok: false, reason: "not-days" });
    }
    expect(asked()).toEqual({ ok: false, reason: "none" });
    expect(asked("2027-03-01", "90")).toEqual({ ok: false, reason: "both" });
  });
});

describe("what a token reaches", () => {
  it("is its territory's lines, asked for as such; everything when it has no territory", () => {
    expect(["ara", "paca", null].map((asked) => reaches("ara", asked))).toEqual([true, false, false]);
    expect(["ara", "paca", null].map((asked) => reaches(null, asked))).toEqual([true, true, true]);
  });
});

describe("the setting", () => {
  it("opens to anyone when it says so or is absent; any other word asks for a token", () => {
    expect([undefined, "public"].map(needsToken)).toEqual([false, false]);
    expect(["token", "", "Public", "publique", "none", "false"].map(needsToken)).toEqual(Array(6).fill(true));
  });
});
