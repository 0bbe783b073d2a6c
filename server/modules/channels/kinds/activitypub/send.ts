import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { otherFormChanged } from '../../events.ts';
import type { Outcome, Sending } from '../sending.ts';
import { addressesOf } from './documents/addresses.ts';
import { articleDocument } from './documents/article.ts';
import { activityByKey, addActivity, addObject, changeObject, lockSending, standingForUpdate } from './objects.ts';
import type { ActivitypubSettings } from './settings.ts';

/** Puts an edition where the account's followers find it, or changes what stands there, and owes it to their servers (`fan-out/`). It stands there from then on, whoever has fetched it. What was taken down comes back under another id: servers take no id twice that was deleted. */
export const send = (sending: Sending<ActivitypubSettings>): Promise<Outcome> => putArticle(sending, null);

/** As `send`; `changedAt`: when what stands beside the text, such as the time until which it holds, changed after the edition. */
export async function putArticle(
  { ctx, channelId, key, piece }: Sending<ActivitypubSettings>,
  changedAt: Date | null,
): Promise<Outcome> {
  const objectId = await ctx.transaction(async (tx) => {
    await lockSending(tx, channelId);
    const done = await activityByKey(tx, channelId, key);
    if (done) return done.objectId;
    const standing = await standingForUpdate(tx, channelId, piece.storyId);
    const id = standing?.id ?? newId<'activitypub-object'>();
    const document = articleDocument(ctx, channelId, id, piece, changedAt);
    await (standing
      ? changeObject(tx, id, document, false)
      : addObject(tx, { id, channelId, storyId: piece.storyId, document }));
    await addActivity(tx, { channelId, objectId: id, act: standing ? 'Update' : 'Create', key });
    if (!standing) await emit(tx, otherFormChanged, systemActor('channels'), { storyId: piece.storyId });
    return id;
  });
  return {
    outcome: 'published',
    address: addressesOf(ctx, channelId).object(objectId),
    remoteId: objectId,
    detail: {},
  };
}
