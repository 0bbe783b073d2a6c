import { emit } from '#platform/events';
import type { Actor } from '#platform/actor';
import type { OtherForm } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { otherFormChanged } from '../events.ts';
import type { Kind } from '../kinds/kind.ts';
import { allKinds } from '../kinds/registry.ts';

const soundKinds = (): ReadonlyMap<string, NonNullable<Kind['sound']>> =>
  new Map(allKinds().flatMap(({ key, sound }) => (sound ? [[key, sound] as const] : [])));

/** The recordings of a story's valid edition, read aloud, the oldest first. That of an earlier edition, or one that is being taken down, is none. */
export async function soundForms(tx: Tx, storyId: string): Promise<OtherForm[]> {
  const kinds = soundKinds();
  if (kinds.size === 0) return [];
  const rows = await tx.named<{ channel: string; address: string }>(
    'channels.sounds',
    `select k.channel, k.address from channels.copies k join newsroom.stories s on s.county_id = k.county_id and s.id = k.story_id and s.edition_id = k.edition_id
      where k.county_id = $1 and k.story_id = $2 and k.channel = any($3::text[]) and k.state = 'published' and k.address ~ '^https?://' and s.public_state = 'published' order by k.published_at, k.id`,
    [tx.countyId, storyId, [...kinds.keys()]],
  );
  return rows.flatMap(({ channel, address }) => {
    const sound = kinds.get(channel);
    return sound ? [{ type: sound.type, voice: sound.voice, href: address }] : [];
  });
}

/** Says of copies that turned which stories may have another recording now, or none any more. */
export async function tellSounds(tx: Tx, copyIds: readonly string[], by: Actor): Promise<void> {
  const kinds = soundKinds();
  if (kinds.size === 0) return;
  const rows = await tx.named<{ storyId: string }>(
    'channels.stories-with-sound',
    'select distinct story_id as "storyId" from channels.copies where county_id = $1 and id = any($2::uuid[]) and channel = any($3::text[])',
    [tx.countyId, copyIds, [...kinds.keys()]],
  );
  for (const { storyId } of rows) await emit(tx, otherFormChanged, by, { storyId });
}
