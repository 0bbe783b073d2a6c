/** Where the watch is arranged and seen. */
export const rosterHref = '/console/roster';
