/** Types of node-version.mjs, which is plain JavaScript on purpose. */
export const OLDEST_TO_HOST: readonly number[];
export function tooOld(version: string, oldest?: readonly number[]): string | null;
export function requireNode(oldest?: readonly number[]): void;
