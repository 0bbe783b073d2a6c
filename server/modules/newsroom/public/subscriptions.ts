import { within } from '#platform/events';
import type { Subscription } from '#platform/events';
import { storyChanged, storyPublished, storyRestored, storyWithdrawn } from '../events.ts';
import { recordChange, recordTurn } from './record-change.ts';

const kinds = { first: 'published', update: 'updated', correction: 'corrected' } as const;

/** Whoever keeps copies is told of every change, for the record of it is made in the same transaction. */
export const publicSubscriptions: readonly Subscription[] = [
  within(storyPublished, (tx, { payload: { storyId, kind, editionId, number, textHash } }) =>
    recordChange(tx, storyId, kinds[kind], { id: editionId, number, textHash }),
  ),
  within(storyWithdrawn, (tx, { payload }) => recordTurn(tx, payload.storyId, 'withdrawn', payload.editionId)),
  within(storyRestored, (tx, { payload }) => recordTurn(tx, payload.storyId, 'restored', payload.editionId)),
  within(storyChanged, async (tx, { payload }) => {
    if (payload.seen) await recordChange(tx, payload.storyId, 'changed', null);
  }),
];
