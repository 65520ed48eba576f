/** `npm run widget:publish`: builds, then keeps the present version of the widget for ever, to be committed. */
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";
import { ARCHIVE, keep } from "./widget-archive.ts";
import { VERSION } from "./widget-release.ts";

await build();
keep(ARCHIVE, fileURLToPath(new URL("../dist/assets", import.meta.url)), VERSION);
console.log(`widget/published/${VERSION} holds version ${VERSION}: commit it, it never changes again.`);
