/** Bytes a second that a poor line carries at least: 200 kbit/s, shared with others. */
const slowest = 8_000;

/** How long an answer may take, in milliseconds: a sound fetched or sent over a poor line takes as long as it weighs. `bytes`: what is known of the weight. */
export const patienceFor = (method: string, bytes = 0): number =>
  (method === 'GET' ? 30_000 : 55_000) + Math.ceil(bytes / slowest) * 1_000;

/** What a form weighs that is about to be sent, as far as its files go. */
export const weightOf = (form: FormData): number =>
  [...form.values()].reduce((sum, one) => sum + (typeof one === 'string' ? 0 : one.size), 0);
