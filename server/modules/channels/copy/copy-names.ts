import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { deskCopiesByIds } from './copy-queries.ts';

/** Copies as lists name them: the story's headline and the channel, for the desk and for whoever brings it there. */
export async function copyNames(tx: Tx, actor: Actor, noun: string, ids: readonly string[]): Promise<RecordName[]> {
  if (noun !== 'copy' || ids.length === 0) return [];
  return (await deskCopiesByIds(tx, ids))
    .filter((copy) => may(tx, actor, 'copy.list', copy) || may(tx, actor, 'copy.bring', copy))
    .map(({ id, storyTitle, channelName }) => ({
      id,
      title: [storyTitle, ...(channelName === null ? [] : [channelName])].join(' · '),
      href: `/console/copies/${id}`,
    }));
}
