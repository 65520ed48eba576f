/** What a check is: a pure look at the assembled questionnaire that returns findings. */
import type { Draft } from "../assemble.ts";
import type { Finding } from "../findings.ts";
import type { Locate } from "../places.ts";

export type CheckContext = {
  readonly draft: Draft;
  /** The author's file and line of a path of the draft. */
  readonly locate: Locate;
  /** Folder of the version, as shown to the author. */
  readonly folder: string;
  /** How many questions a profile may see, at least and at most; for authors, not in the compiled questionnaire. */
  readonly questionCount: { readonly min: number; readonly max: number };
};

export type Check = (context: CheckContext) => readonly Finding[];
