/** Gives the puzzle that a contribution must solve, or says that there is none. Depends on no store. */
import type { Handler } from "hono";
import { type AppEnv, words } from "../bindings.ts";
import { puzzleAt, sign } from "../challenge/puzzle.ts";
import type { Dependencies } from "../dependencies.ts";
import { publicAnswer } from "../http/answer.ts";

/** `{ challenge: null }` where no CHALLENGE_SECRET is set; never kept by a cache. */
export function getChallenge({ now }: Dependencies): Handler<AppEnv> {
  return async (c) => {
    const [secret] = words(c.env.CHALLENGE_SECRET); // of two, the first marks; both are recognised
    return publicAnswer({ challenge: secret === undefined ? null : await given(now(), secret) });
  };
}

async function given(now: Date, secret: string) {
  const puzzle = puzzleAt(now);
  const { expires, ...rest } = puzzle;
  return { token: await sign(puzzle, secret), ...rest, expiresAt: new Date(expires * 1000).toISOString() };
}
