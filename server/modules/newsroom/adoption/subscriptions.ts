import { within } from '#platform/events';
import type { Subscription } from '#platform/events';
import { storyPublished, storyRestored, storyWithdrawn } from '../events.ts';
import { adoptionRestored, adoptionWithdrawn, storyAdopted } from './follow-publication.ts';

/** The ledger follows our own publications in their transaction: neither is there without the other. */
export const adoptionSubscriptions: readonly Subscription[] = [
  within(storyPublished, (tx, { payload }, actor) => storyAdopted(tx, actor, payload)),
  within(storyWithdrawn, (tx, { payload }, actor) => adoptionWithdrawn(tx, actor, payload.storyId)),
  within(storyRestored, (tx, { payload }, actor) => adoptionRestored(tx, actor, payload.storyId)),
];
