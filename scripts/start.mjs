/** `npm start`: checks Node, then builds and serves. */
import { requireNode } from "./node-version.mjs";

requireNode();
const { start } = await import("./start.ts");
await start();
