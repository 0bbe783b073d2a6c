import { failpoint } from '#platform/failpoints';
import type { Event } from '#platform/events';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { begin, move } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { channelList } from '../channel-list.ts';
import type { Channel } from '../channel-list.ts';
import { standingCopies } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyStates } from './states.ts';

/** What the newsroom says when an edition becomes valid. */
interface Published {
  storyId: string;
  editionId: string;
  number: number;
  slug: string;
  language: string;
  textHash: string;
}

/** Plans a copy in every channel, in the transaction of the last signature, and closes the copies of earlier editions.
 *  Of the public site the edition is the copy: its receipt is written here, and reading back checks it afterwards. */
export async function planCopies(tx: Tx, event: Event<Published>, actor: Actor): Promise<void> {
  const { payload } = event;
  const earlierOnes = payload.number > 1 ? await standingCopies(tx, payload.storyId) : [];
  for (const earlier of earlierOnes) await turnCopy(tx, earlier, 'replaced', actor);
  for (const channel of channelList) {
    const id = newId<'copy'>();
    await together(
      insertCopy(tx, id, channel, payload),
      begin(tx, copyStates, id, { by: actor }),
      channel.key === 'site' ? turnPublished(tx, id, actor) : Promise.resolve(),
    );
  }
}

async function turnPublished(tx: Tx, id: string, actor: Actor): Promise<void> {
  await failpoint('copy-before-published');
  await move(tx, copyStates, { id, state: 'waiting' as const }, 'published', { by: actor });
}

async function insertCopy(tx: Tx, id: string, channel: Channel, edition: Published): Promise<void> {
  const isSite = channel.key === 'site';
  await tx.named(
    'channels.plan-copy',
    `insert into channels.copies (county_id, id, story_id, edition_id, edition_number, channel, state, remote_id, address, hash_sent, receipt, look_at, planned_at, published_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9, $10, $11, $12, $13, $12)`,
    [
      tx.countyId,
      id,
      edition.storyId,
      edition.editionId,
      edition.number,
      channel.key,
      isSite ? edition.slug : null,
      isSite ? sitePath(tx, edition.slug, edition.language) : null,
      edition.textHash,
      isSite ? JSON.stringify({ edition: edition.editionId, textHash: edition.textHash }) : null,
      channel.readsBack ? tx.ctx.app.clock.now() : null,
      tx.at,
      isSite ? tx.at : null,
    ],
  );
}

// In the story's own language, whatever the county's first one is.
function sitePath(tx: Tx, slug: string, language: string): string {
  const first = tx.ctx.county.languages[0] ?? 'zh-CN';
  return language === first ? `/stories/${slug}` : `/${language === 'en' ? 'en' : 'zh'}/stories/${slug}`;
}

/** The site's copy follows a withdrawal and a restoration in the same transaction. */
export async function turnCopies(tx: Tx, storyId: string, to: 'withdrawn' | 'published', actor: Actor): Promise<void> {
  const from = to === 'withdrawn' ? ['published', 'drifted'] : ['withdrawn'];
  for (const copy of await standingCopies(tx, storyId))
    if (from.includes(copy.state)) await turnCopy(tx, copy, to, actor);
}

async function turnCopy(tx: Tx, copy: Copy, to: 'withdrawn' | 'published' | 'replaced', actor: Actor): Promise<void> {
  await move(tx, copyStates, copy, to, { by: actor });
  const lookAt = to === 'published' ? tx.ctx.app.clock.now() : null;
  await tx.named(
    'channels.turned',
    'update channels.copies set changed_at = $3, look_at = $4, attempts = 0, problem = null where county_id = $1 and id = $2',
    [tx.countyId, copy.id, tx.at, lookAt],
  );
}
