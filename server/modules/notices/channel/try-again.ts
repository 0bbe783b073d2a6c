/** So often a message is tried, and so many leave in one turn. */
export const mostAttempts = 8;
export const mostInATurn = 200;

/** When a message that nobody took is tried again: after 2, 4, 8 … at most 60 minutes. */
export const nextTry = (at: Date, attempts: number): Date =>
  new Date(at.getTime() + Math.min(60, 2 ** attempts) * 60_000);
