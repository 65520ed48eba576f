/**
 * Through which campaign of its region a contribution came: the code that the region printed in its mailing, recognised
 * by its fingerprint alone. Which days a campaign is open is the region's decision; the clock is an argument.
 */
import type { Outcome } from "../../questionnaires/engine/engine.ts";
import type { HostedTerritory } from "../../questionnaires/schema/territory.ts";
import { issue } from "../http/issue.ts";

/** A territory, as far as it runs campaigns. */
export type Campaigning = Pick<HostedTerritory, "campaigns" | "campaignRequired">;

/**
 * The id of the campaign, or null: no code, or that of a campaign which is closed today. A code that no campaign of the
 * territory ever had is refused; so is any contribution without an open one where the territory requires it.
 */
export async function campaignOf(
  code: string | undefined,
  territory: Campaigning | undefined,
  today: string,
): Promise<Outcome<string | null>> {
  const { campaigns = [], campaignRequired = false } = territory ?? {};
  const fingerprint = code === undefined ? null : await fingerprintOf(code);
  const campaign = campaigns.find(({ sha256 }) => sha256 === fingerprint);
  if (code !== undefined && campaign === undefined)
    return { ok: false, issues: [issue("campaign.unknown", "campaign")] };
  if (campaign !== undefined && campaign.from <= today && today <= campaign.to) return { ok: true, value: campaign.id };
  if (campaignRequired) return { ok: false, issues: [issue("campaign.required", "campaign")] };
  return { ok: true, value: null };
}

/** SHA-256 in hexadecimal of the code in lower case, without the spaces and dashes that help to read it. */
async function fingerprintOf(code: string): Promise<string> {
  const bytes = new TextEncoder().encode(code.toLowerCase().replace(/[\s-]/g, ""));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
