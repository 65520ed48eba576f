/** The highest answer level; the lowest is 0. Source: blueprint §5.2. Alone, so that the widget needs no schema library. */
export const MAX_LEVEL = 4;
