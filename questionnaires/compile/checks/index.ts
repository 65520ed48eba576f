/** All checks, in the order in which an author wants to read their findings. To add one: write it, list it here. */
import type { Check } from "./check.ts";
import { checkConditions, checkOptionalVariables } from "./conditions.ts";
import { checkDeducedNotApplicable, checkDeductionCycles, checkPrerequisiteCycles } from "./cycles.ts";
import { checkAlwaysScored, checkDisplayLimit } from "./display-limit.ts";
import { checkFolder } from "./folder.ts";
import { checkGaps, checkOrphanActions } from "./gaps.ts";
import { checkIdentifiers } from "./identifiers.ts";
import { checkGroups, checkMessages } from "./messages.ts";
import { checkCategoryDefaults, checkDepartments, checkReferences } from "./references.ts";
import { checkResources } from "./resources.ts";
import { checkClasses, checkLevels, checkWeights } from "./scale.ts";
import { checkTypography } from "./typography.ts";
import { checkVariables } from "./variables.ts";

export const CHECKS: readonly Check[] = [
  checkFolder,
  checkIdentifiers,
  checkReferences,
  checkCategoryDefaults,
  checkDepartments,
  checkVariables,
  checkConditions,
  checkOptionalVariables,
  checkWeights,
  checkLevels,
  checkClasses,
  checkGaps,
  checkOrphanActions,
  checkDeductionCycles,
  checkPrerequisiteCycles,
  checkDeducedNotApplicable,
  checkDisplayLimit,
  checkAlwaysScored,
  checkResources,
  checkMessages,
  checkGroups,
  checkTypography,
];
