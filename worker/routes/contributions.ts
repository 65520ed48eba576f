/** Keeps a complete diagnostic, anonymously and once, and answers its result. Depends on the store only to keep it. */
import type { Context, Handler } from "hono";
import { type Issue, missingAnswers, report } from "../../questionnaires/engine/engine.ts";
import { type AppEnv, words } from "../bindings.ts";
import { PROOF_HEADER, proofFault } from "../challenge/proof.ts";
import type { Dependencies } from "../dependencies.ts";
import { campaignOf } from "../diagnostic/campaign.ts";
import { type Diagnostic, parseDiagnostic } from "../diagnostic/parse.ts";
import { ContributionRequestSchema } from "../diagnostic/request.ts";
import { answer } from "../http/answer.ts";
import { KEY_HEADER, parseKey } from "../http/idempotency-key.ts";
import { issue } from "../http/issue.ts";
import { readJson } from "../http/json-body.ts";
import { isTooMany, LIMIT_PERIOD } from "../http/limit.ts";
import { problem } from "../http/problem.ts";
import { type Contribution, keptProfile, writeAnswers } from "../store/contribution.ts";
import { dayNumber, isoDay, quarter } from "../store/day.ts";
import { hashKey } from "../store/receipt.ts";
import { record } from "../store/record.ts";
import type { Territories } from "../territories.ts";

type Submission = Diagnostic<typeof ContributionRequestSchema>;

/** Seconds before a client should try again: longer than most faults of a store. */
const RETRY_AFTER = "30";

/**
 * 201 when counted now, 200 when counted before, the same body in both cases; 403 without the work that is asked, 429 when
 * its network sends too many, 503 when it could not be counted.
 */
export function postContribution(dependencies: Dependencies, territories: Territories): Handler<AppEnv> {
  return async (c) => {
    const body = await readJson(c.req.raw);
    if (!body.ok) return problem(body.problem, body.issues);
    const key = parseKey(c.req.raw.headers.get(KEY_HEADER));
    const submission = parseDiagnostic(ContributionRequestSchema, body.value);
    if (!key.ok || !submission.ok) {
      return problem(
        "invalid-content",
        [key, submission].flatMap((parsed) => (parsed.ok ? [] : parsed.issues)),
      );
    }
    const { adapted, answers, asked } = submission.value;
    const result = report(adapted, answers, asked);
    const issues = [...territoryIssues(submission.value, territories), ...missingAnswers(adapted, result.remaining)];
    if (issues.length > 0) return problem("invalid-content", issues);

    const today = dependencies.now();
    const { territory: code = "", campaign: printed } = submission.value.body;
    const campaign = await campaignOf(printed, territories.campaigning(code), isoDay(today));
    if (!campaign.ok) return problem("invalid-content", campaign.issues);
    const unwelcome = await refusal(c, key.value, today);
    if (unwelcome !== null) return unwelcome;

    const receipt = { keyHash: await hashKey(key.value), day: dayNumber(today) };
    const kept = toKeep(submission.value, campaign.value, today, dependencies);
    const recorded = await record(c.env.DB, receipt, kept, dependencies);
    if (recorded === "unavailable") return problem("store-unavailable", [], { "Retry-After": RETRY_AFTER });
    return answer(recorded === "first" ? 201 : 200, { contribution: { accepted: true }, result });
  };
}

function territoryIssues({ body }: Submission, territories: Territories): readonly Issue[] {
  if (body.territory === undefined || territories.has(body.territory)) return [];
  return [issue("territory.unknown", "territory")];
}

/** Why a contribution that is right is not taken all the same: its network sends too many, or its work is not done. */
async function refusal({ env, req }: Context<AppEnv>, key: string, today: Date): Promise<Response | null> {
  if (await isTooMany(env.SUBMISSIONS, req.raw))
    return problem("too-many", [], { "Retry-After": String(LIMIT_PERIOD) });
  const secrets = words(env.CHALLENGE_SECRET);
  if (secrets.length === 0) return null;
  const fault = await proofFault(req.raw.headers.get(PROOF_HEADER), key, secrets, today);
  if (fault === null) return null;
  return fault === "missing"
    ? problem("proof-required")
    : problem("proof-refused", [issue(`proof.${fault}`, PROOF_HEADER)]);
}

function toKeep(
  { adapted, answers, body }: Submission,
  campaign: string | null,
  today: Date,
  { randomBytes }: Dependencies,
): Contribution {
  const { id: questionnaire, version } = adapted.model.questionnaire;
  return {
    id: randomBytes(16),
    period: quarter(today),
    questionnaire,
    version,
    territory: body.territory ?? null,
    channel: body.channel ?? null,
    campaign,
    profile: keptProfile(adapted),
    answers: writeAnswers(adapted, answers),
  };
}
