/** Written by scripts/build-widget.ts from the compiled questionnaire: the little that the first screens need. */
declare module "virtual:start" {
  import type { PackedStart } from "./state/pack.ts";

  const start: PackedStart;
  export default start;
}
