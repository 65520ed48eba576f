/** Plain JavaScript on purpose: an old Node must be able to read it and say what is wrong. */

/** The oldest Node that runs TypeScript files as they are. */
const OLDEST = [22, 18];

/** The oldest Node with all that the self-hosted server asks of node:sqlite. */
export const OLDEST_TO_HOST = [24, 0];

/**
 * One sentence if this version of Node is too old, else null.
 * @param {string} version as in `process.versions.node`
 * @param {number[]} oldest
 * @returns {string | null}
 */
export function tooOld(version, oldest = OLDEST) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null;
  return (
    `Node.js ${oldest.join(".")} or later is needed here (this is ${version}). ` +
    "On Linux x64 `npm ci` brings one: use the commands of the README, with npm and without --omit=optional."
  );
}

/**
 * Ends the process with one sentence if this Node is too old.
 * @param {number[]} oldest
 */
export function requireNode(oldest = OLDEST) {
  const sentence = tooOld(process.versions.node, oldest);
  if (sentence === null) return;
  console.error(sentence);
  process.exit(1);
}
