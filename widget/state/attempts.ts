/** How many times a contribution is sent before saying that it failed. */
export const ATTEMPTS = 5;
