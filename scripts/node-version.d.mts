/** Types of node-version.mjs, which is plain JavaScript on purpose. */
export function tooOld(version: string): string | null;
export function requireNode(): void;
