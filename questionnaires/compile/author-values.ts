/** The kinds of values that authors write, shared by the schemas of their files. */
import * as v from "valibot";
import { MAX_LEVEL } from "../schema/level.ts";

export const text = v.pipe(v.string(), v.minLength(1));
export const whole = v.pipe(v.number(), v.integer());
export const positive = v.pipe(whole, v.minValue(1));
export const level = v.pipe(whole, v.minValue(0), v.maxValue(MAX_LEVEL));
export const percentage = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
export const isoDate = v.pipe(v.string(), v.isoDate());
export const rate = v.tuple([positive, positive]);

/** What an editor says of a condition. */
export const GRAMMAR =
  "Condition sur le profil : toujours, variable == valeur, variable != valeur, variable in (a, b), variable calculée seule, avec and, or, not et des parenthèses.";
