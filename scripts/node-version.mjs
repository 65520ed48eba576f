/** Plain JavaScript on purpose: an old Node must be able to read it and say what is wrong. */

/** The oldest Node that runs TypeScript files as they are. */
const OLDEST = [22, 18];

/**
 * One sentence if this version of Node is too old, else null.
 * @param {string} version as in `process.versions.node`
 * @returns {string | null}
 */
export function tooOld(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return (
    `Node.js ${OLDEST.join(".")} or later is needed here (this is ${version}). ` +
    "On Linux x64 `npm ci` brings one: use the commands of the README, with npm and without --omit=optional."
  );
}

/** Ends the process with one sentence if this Node is too old. */
export function requireNode() {
  const sentence = tooOld(process.versions.node);
  if (sentence === null) return;
  console.error(sentence);
  process.exit(1);
}
