/** `npm test`: checks Node, then runs every check of the project. */
import { requireNode } from "./node-version.mjs";

requireNode();
const { test } = await import("./test.ts");
await test();
