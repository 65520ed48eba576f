/** The version of the calculation, carried by every result: it changes whenever a rule does (law 10). */
export const ENGINE_VERSION = "1.0.0";
