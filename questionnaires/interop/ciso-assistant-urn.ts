/** How what we export is named for ever in CISO Assistant: urn:<packager>:risk:<kind>:<library>[:<item>…]. */
import type { Question, Questionnaire } from "../schema/compiled.ts";

/** Who packs the library, and the name space of its addresses. At most 32 characters there. */
export const PACKAGER = "diag-cyber-esms";

type Kind = "library" | "framework" | "req_node" | "function";
type Version = Pick<Questionnaire, "id" | "version">;

/** « esms-1.1.0 ». */
export function referenceId({ id, version }: Version): string {
  return `${id}-${version}`;
}

export function urn(version: Version, kind: Kind, ...path: readonly string[]): string {
  return ["urn", PACKAGER, "risk", kind, referenceId(version), ...path].join(":");
}

export function libraryUrn(version: Version): string {
  return urn(version, "library");
}

export function frameworkUrn(version: Version): string {
  return urn(version, "framework");
}

/** A domain. A question stands below its domain, so that the two may bear the same name. */
export function nodeUrn(version: Version, ...path: readonly string[]): string {
  return urn(version, "req_node", ...path);
}

export function questionUrn(version: Version, { domain, id }: Question): string {
  return nodeUrn(version, domain, id);
}
