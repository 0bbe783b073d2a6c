import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import { otherFormChanged } from '../../events.ts';
import type { Outcome, Sending } from '../sending.ts';
import { addressesOf } from './documents/addresses.ts';
import { tombstone } from './documents/documents.ts';
import { activityByKey, addActivity, changeObject, lockSending, standingForUpdate } from './objects.ts';
import type { ActivitypubSettings } from './settings.ts';

/** Takes down what stands there: a Tombstone stands in its place, and every server that was told of it is told to delete it. */
export async function withdraw({ ctx, channelId, key, piece, at }: Sending<ActivitypubSettings>): Promise<Outcome> {
  await ctx.transaction(async (tx) => {
    await lockSending(tx, channelId);
    if (await activityByKey(tx, channelId, key)) return;
    const standing = await standingForUpdate(tx, channelId, piece.storyId);
    if (!standing) return;
    await changeObject(tx, standing.id, tombstone(addressesOf(ctx, channelId).object(standing.id), at), true);
    await addActivity(tx, { channelId, objectId: standing.id, act: 'Delete', key });
    await emit(tx, otherFormChanged, systemActor('channels'), { storyId: piece.storyId });
  });
  return { outcome: 'published', address: null, remoteId: null, detail: {} };
}
