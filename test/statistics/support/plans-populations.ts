/** Populations made to betray who has an action in their plan. */
import type { Step } from "./campaign.ts";
import { like } from "./populations.ts";

type Place = Parameters<typeof like>[1];

const only = (...came: readonly ReturnType<typeof like>[]): Step => ({ came: came.flat(), deleted: 0 });

/** So many of a place, the first `having` of them with the action. */
export function withAction(count: number, having: number, place: Place = {}, action = "usual") {
  return [...like(having, { ...place, plan: [action] }), ...like(count - having, { ...place, plan: [] })];
}

/**
 * Two sectors have few, 3 and 10, hence are hidden, and together enough; but each stands in a department of its own,
 * beside one large sector that stands nowhere else: the department less the large sector gives the small one.
 */
export const LOOP: readonly Step[] = [
  only(
    withAction(40, 3, { secteur: "pa", departement: "01" }),
    withAction(80, 40, { secteur: "dom", departement: "01" }),
    withAction(40, 10, { secteur: "ph", departement: "02" }),
    withAction(80, 30, { secteur: "ins", departement: "02" }),
  ),
];

/** By what they try. */
export const HOSTILE_PLANS: Readonly<Record<string, readonly Step[]>> = {
  "departments that tell sectors": LOOP,
  "one sector with few, the others with enough": [
    only(
      withAction(80, 40),
      withAction(80, 40, { secteur: "ph", departement: "02" }),
      withAction(60, 30, { secteur: "dom", departement: "03" }),
      withAction(60, 3, { secteur: "ins", departement: "04" }),
    ),
  ],
  "an action that all have but three": [
    only(
      withAction(40, 37),
      withAction(60, 30, { secteur: "ph", departement: "02" }),
      withAction(40, 20, { secteur: "ph" }),
    ),
  ],
  "an action of one version, hidden beside another": [
    only(
      withAction(60, 30, { version: "1.1.0" }, "new"),
      withAction(14, 5, { version: "1.1.0", secteur: "ph" }, "new"),
      like(40, { version: "1.0.0" }),
      like(6, { version: "1.0.0", secteur: "ph", departement: "02" }),
    ),
  ],
  "a version with few, the total known from the sectors": [
    only(
      withAction(80, 40),
      withAction(80, 40, { secteur: "ph", departement: "02" }),
      withAction(30, 4, { version: "1.0.0" }),
      withAction(30, 3, { version: "1.0.0", secteur: "ph", departement: "02" }),
    ),
  ],
  "newcomers of whom two have the action": [
    only(withAction(80, 40), withAction(80, 40, { secteur: "ph", departement: "02" })),
    only(withAction(15, 2), withAction(15, 15, { secteur: "ph", departement: "02" })),
    only(withAction(20, 20), withAction(14, 1, { secteur: "ph", departement: "02" })),
  ],
  "few at first, enough later": [
    only(withAction(60, 5), withAction(60, 40, { secteur: "ph", departement: "02" })),
    only(withAction(20, 9), withAction(20, 14, { secteur: "ph" })),
    only(withAction(30, 13), withAction(20, 3, { secteur: "ph", departement: "02" })),
  ],
  "deletions of those who have it": [
    only(withAction(60, 20), withAction(60, 40, { secteur: "ph", departement: "02" })),
    { came: withAction(40, 13, { secteur: "ph" }), deleted: 14 },
    { came: withAction(40, 2, { departement: "02" }), deleted: 3 },
  ],
};
