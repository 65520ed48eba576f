/** All checks, in the order in which an author wants to read their findings. */
import type { Check } from "./check.ts";

export const CHECKS: readonly Check[] = [];
