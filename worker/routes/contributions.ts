/** Keeps a complete diagnostic, anonymously and once, and answers its result. Depends on the store only to keep it. */
import type { Handler } from "hono";
import { type Issue, missingAnswers, report } from "../../questionnaires/engine/engine.ts";
import type { AppEnv } from "../bindings.ts";
import type { Dependencies } from "../dependencies.ts";
import { type Diagnostic, parseDiagnostic } from "../diagnostic/parse.ts";
import { ContributionRequestSchema } from "../diagnostic/request.ts";
import { answer } from "../http/answer.ts";
import { KEY_HEADER, parseKey } from "../http/idempotency-key.ts";
import { issue } from "../http/issue.ts";
import { readJson } from "../http/json-body.ts";
import { problem } from "../http/problem.ts";
import { type Contribution, keptProfile, writeAnswers } from "../store/contribution.ts";
import { dayNumber, quarter } from "../store/day.ts";
import { hashKey } from "../store/receipt.ts";
import { record } from "../store/record.ts";
import type { Territories } from "../territories.ts";

type Submission = Diagnostic<typeof ContributionRequestSchema>;

/** Seconds before a client should try again: longer than most faults of a store. */
const RETRY_AFTER = "30";

/** 201 when counted now, 200 when counted before, the same body in both cases; 503 when it could not be counted. */
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
    const receipt = { keyHash: await hashKey(key.value), day: dayNumber(today) };
    const kept = toKeep(submission.value, today, dependencies);
    const recorded = await record(c.env.DB, receipt, kept, dependencies);
    if (recorded === "unavailable") return problem("store-unavailable", [], { "Retry-After": RETRY_AFTER });
    return answer(recorded === "first" ? 201 : 200, { contribution: { accepted: true }, result });
  };
}

function territoryIssues({ body }: Submission, territories: Territories): readonly Issue[] {
  if (body.territory === undefined || territories.has(body.territory)) return [];
  return [issue("territory.unknown", "territory")];
}

function toKeep({ adapted, answers, body }: Submission, today: Date, { randomBytes }: Dependencies): Contribution {
  const { id: questionnaire, version } = adapted.model.questionnaire;
  return {
    id: randomBytes(16),
    period: quarter(today),
    questionnaire,
    version,
    territory: body.territory ?? null,
    channel: body.channel ?? null,
    profile: keptProfile(adapted),
    answers: writeAnswers(adapted, answers),
  };
}
