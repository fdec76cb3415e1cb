/** How the builder gives its preview a state that no address holds: a year of demand, hour by hour. */

/** The query of a frame whose state comes in a message. */
export const BY_MESSAGE = "state=message";

/** From the frame: it listens. */
export const READY = "chip-calculators:ready";

/** From the builder: `{ type, query }`. */
export const STATE = "chip-calculators:state";

/** Most characters of such a query: of the longest JSON, where each may be written as three. */
export const MOST_SENT = 350_000;
