/**
 * All checks, in the order in which an author wants to read their findings. To add one: write it, list it here, and
 * describe its code in `codes.ts`. The second list searches the space of profiles: it needs names and scales that hold.
 */
import type { Check } from "./check.ts";
import { checkConditions, checkDerivedRead, checkOptionalVariables } from "./conditions.ts";
import {
  checkDeducedNotApplicable,
  checkDeductionCycles,
  checkDeductionsReach,
  checkPrerequisiteCycles,
} from "./cycles.ts";
import { checkAlwaysScored, checkDisplayLimit, checkQuestionCount } from "./display-limit.ts";
import { checkDomains } from "./domains.ts";
import { checkAlertThreshold, checkCapEffect } from "./extremes.ts";
import { checkFolder } from "./folder.ts";
import { checkCitations, checkFrameworks } from "./frameworks.ts";
import { checkGaps, checkOrphanActions, checkTriggers } from "./gaps.ts";
import { checkIdentifiers } from "./identifiers.ts";
import { checkGroups, checkMessages } from "./messages.ts";
import { checkPrerequisitesReach } from "./prerequisites.ts";
import { checkClassesReach, checkConditionsReach, checkInnerConditions } from "./reach.ts";
import { checkCategoryDefaults, checkDepartments, checkReferences } from "./references.ts";
import { checkResources } from "./resources.ts";
import { checkClasses, checkLevels, checkWeights } from "./scale.ts";
import { checkTypography } from "./typography.ts";
import { checkUncheckedLinks } from "./unchecked-links.ts";
import { checkVariables } from "./variables.ts";
import { checkDoubleNegatives, checkDoubleQuestions, checkSentenceLength } from "./wording.ts";

/** Each part by itself: names, shapes, scales, words. */
export const CHECKS: readonly Check[] = [
  checkFolder,
  checkIdentifiers,
  checkReferences,
  checkCategoryDefaults,
  checkDepartments,
  checkCitations,
  checkFrameworks,
  checkVariables,
  checkConditions,
  checkOptionalVariables,
  checkDerivedRead,
  checkWeights,
  checkLevels,
  checkClasses,
  checkCapEffect,
  checkAlertThreshold,
  checkDeductionCycles,
  checkPrerequisiteCycles,
  checkDeducedNotApplicable,
  checkAlwaysScored,
  checkResources,
  checkMessages,
  checkGroups,
  checkTypography,
  checkSentenceLength,
  checkDoubleNegatives,
  checkDoubleQuestions,
  checkUncheckedLinks,
];

/** What the profiles make of it: each of these searches all of them. */
export const PROFILE_CHECKS: readonly Check[] = [
  checkConditionsReach,
  checkInnerConditions,
  checkClassesReach,
  checkDomains,
  checkDisplayLimit,
  checkQuestionCount,
  checkDeductionsReach,
  checkGaps,
  checkTriggers,
  checkOrphanActions,
  checkPrerequisitesReach,
];

/** Findings after which a search among profiles would tell nonsense. */
export const STOPS_SEARCH: ReadonlySet<string> = new Set([
  "duplicate-id",
  "unknown-domain",
  "unknown-action",
  "unknown-question",
  "unknown-variable",
  "unknown-value",
  "variable-shape",
  "condition-syntax",
  "boolean-compared",
  "derived-order",
  "variable-without-value",
  "classes-order",
]);
