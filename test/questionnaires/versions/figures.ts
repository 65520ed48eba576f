/** What random establishments see of a version: the figures that the changelog gives, measured again. */
import fc from "fast-check";
import { type AdaptedQuestionnaire, canBeNotApplicable, type Model } from "../../../questionnaires/engine/engine.ts";
import { adaptedQuestionnaires } from "../../support/generators.ts";

export interface Figures {
  /** Questions displayed: fewest, median, most. */
  readonly seen: readonly [number, number, number];
  /** Shares, in percent. */
  readonly aboveLimit: number;
  readonly oneThirdParty: number;
  readonly mayVanish: number;
  readonly mayRestOnOne: number;
}

/** Every value of every variable equally likely; devices: one third « aucun », one third « nsp », one third some. */
export function measure(model: Model, profiles: number): Figures {
  const sample = fc.sample(adaptedQuestionnaires(model), { numRuns: profiles, seed: 20_261_122 });
  const seen = sample.map(({ displayed }) => displayed.length).sort((a, b) => a - b);
  const share = (test: (one: AdaptedQuestionnaire) => boolean) => (100 * sample.filter(test).length) / sample.length;
  return {
    seen: [seen[0] ?? 0, seen[Math.floor(seen.length / 2)] ?? 0, seen.at(-1) ?? 0],
    aboveLimit: share(({ notAssessed }) => notAssessed.length > 0),
    oneThirdParty: share((one) => thirdParty(one).length < 2),
    mayVanish: share((one) => certain(one) === 0),
    mayRestOnOne: share((one) => certain(one) < 2),
  };
}

function thirdParty({ displayed }: AdaptedQuestionnaire) {
  return displayed.filter(({ domain }) => domain === "tiers");
}

/** Those of them that « non applicable » cannot take away. */
function certain(one: AdaptedQuestionnaire): number {
  return thirdParty(one).filter((question) => !canBeNotApplicable(one, question)).length;
}
