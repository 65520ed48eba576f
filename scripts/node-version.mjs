/** Plain JavaScript on purpose: an old Node must be able to read it and say what is wrong. */

/** The oldest Node that runs TypeScript files as they are. */
const OLDEST = [22, 18];

/** Ends the process with one sentence if this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `Node.js ${OLDEST.join(".")} or later is needed here (this is ${process.version}). ` +
      "On Linux x64, `npm ci` brings one: run the commands of the README with npm, without --omit=optional.",
  );
  process.exit(1);
}
