/**
 * The engine's public face: what the API and the widget may import. Read in this order:
 * profile → adapt → answers → standing → score → projection → plan → diagnose.
 */
export { type AdaptedQuestionnaire, adapt, canBeNotApplicable, placeOf, targetOf } from "./adapt.ts";
export { type Answer, type Answers, keepValidAnswers, missingAnswers, parseAnswers } from "./answers.ts";
export { cheapestSets } from "./cheapest.ts";
export { type CodeRefusal, type Diagnostic, pack, type Unpacked, unpack } from "./code.ts";
export { readCode } from "./code-text.ts";
export { type CommonPart, commonPart, type DatedDiagnostic } from "./common-part.ts";
export { type Change, type Comparison, compareDates } from "./compare-dates.ts";
export { type Facts, holds } from "./condition.ts";
export { deductions } from "./deductions.ts";
export { describeAdapted } from "./describe.ts";
export { diagnose } from "./diagnose.ts";
export { explainResult } from "./explanation.ts";
export { ENGINE_MESSAGES } from "./messages.ts";
export { type Migrated, migrate } from "./migrate.ts";
export { migrateAlong, migrationPath } from "./migration-chain.ts";
export { MIGRATION_MESSAGES } from "./migration-messages.ts";
export { indexQuestionnaire, type Model } from "./model.ts";
export { type Issue, isObject, type Outcome } from "./outcome.ts";
export { type ProfileState, parseProfile } from "./profile.ts";
export { type ReportRequest, report } from "./report.ts";
export { financingFor, type OfferedService, type Services, servicesFor } from "./services.ts";
export { shownNumber, shownScore } from "./shown.ts";
export { parseSimulation } from "./simulate.ts";
export { ENGINE_VERSION } from "./version.ts";
