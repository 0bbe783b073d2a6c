/** Readers wait a day at most for somebody to look. */
const answerWithinHours = 24;

/** Until when a report that comes at this moment wants to be looked at. */
export const answerDue = (at: Date): Date => new Date(at.getTime() + answerWithinHours * 3_600_000);
