/** What a contribution says: version, profile, answers, where it was filled in. Nothing else, nothing that identifies. */
import type { Diagnostic } from "../journey/view.ts";

export interface Origin {
  readonly territory: string | undefined;
  readonly channel: "page" | "widget" | "iframe";
  /** The code of the region's mailing. */
  readonly campaign: string | undefined;
}

/** Optional variables that the statistics do not use stay in the page. */
export function contributionBody({ adapted, answers }: Diagnostic, { territory, channel, campaign }: Origin): object {
  const { questionnaire } = adapted.model;
  const useful = questionnaire.profile.filter(({ kept, optional }) => kept || !optional).map(({ id }) => id);
  return {
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    profile: Object.fromEntries(Object.entries(adapted.profile.values).filter(([id]) => useful.includes(id))),
    answers: Object.fromEntries(answers),
    channel,
    territory, // what is undefined is not written
    campaign,
  };
}
