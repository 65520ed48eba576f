/** `npm run bench`: the speed of the engine, then that of the API, as ratios to a baseline of the same run. */
import { benchCompile, benchEngine } from "./engine.ts";
import { benchHttp } from "./http.ts";

benchEngine();
benchCompile();
console.log();
await benchHttp();
