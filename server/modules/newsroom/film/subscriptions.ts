import { uploadSettled } from '#media';
import { within } from '#platform/events';
import type { Subscription } from '#platform/events';
import { settleFilm } from './settle-film.ts';

/** Whoever switched the telephone off after the last byte need not come back: the film finds its story by itself. */
export const filmSubscriptions: readonly Subscription[] = [
  within(uploadSettled, (tx, { payload }) => settleFilm(tx, payload.uploadId)),
];
