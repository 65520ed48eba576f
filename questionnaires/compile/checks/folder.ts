/** A version stands in the folder that bears its name: `questionnaires/<id>/<version>`. */
import { error } from "../findings.ts";
import type { Check } from "./check.ts";

/** Refuses a folder that says something else than the content. */
export const checkFolder: Check = ({ draft, locate, folder }) => {
  const [id, version] = folder.split("/").slice(-2);
  if (id === draft.id && version === draft.version) return [];
  const message = `le contenu dit ${draft.id} ${draft.version}, le dossier ${id} ${version}`;
  return [error(locate(["version"]), "folder-name", message, "renommez le dossier ou corrigez id et version")];
};
