/** The entry of the self-hosted server: checks Node, then runs the command (`serve`, `backup FILE`, `restore FILE`). */
import { OLDEST_TO_HOST, requireNode } from "../scripts/node-version.mjs";

requireNode(OLDEST_TO_HOST);
const { main } = await import("./main.ts");
await main(process.argv.slice(2));
