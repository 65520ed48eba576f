/** How many random cases a property is tried on. Mutation testing runs every property hundreds of times: it asks for fewer. */

const scale = Number(process.env.PROPERTY_SCALE ?? 1);

/** The number of runs asked for, at the scale of this kind of test. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: Math.max(20, Math.ceil(count * scale)) };
}
