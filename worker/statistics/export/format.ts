/**
 * The version of what the exports look like. Within one, columns keep their order and their names and new ones come last
 * (a test holds the list). It is in every ETag: raise it whenever the bytes of the same release change.
 */
export const FORMAT = "1.0";
