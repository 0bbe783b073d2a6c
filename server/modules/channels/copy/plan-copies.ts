import type { Insertable } from 'kysely';
import { failpoint } from '#platform/failpoints';
import type { Event } from '#platform/events';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { beginAll, move } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { ChannelsTables } from '../tables.ts';
import { standingCopies } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyStates } from './states.ts';

type NewCopy = Insertable<ChannelsTables['channels.copies']>;

/** What the newsroom says when an edition becomes valid. */
interface Published {
  storyId: string;
  editionId: string;
  number: number;
  slug: string;
  language: string;
  textHash: string;
}

/** Plans a copy in every channel, in the transaction of the last signature, and closes the copies of earlier editions. All copies are one statement, whatever their number.
 *  Of the public site the edition is the copy: its receipt is written here, and reading back checks it afterwards. */
export async function planCopies(tx: Tx, event: Event<Published>, actor: Actor): Promise<void> {
  const { payload } = event;
  const earlierOnes = payload.number > 1 ? await standingCopies(tx, payload.storyId) : [];
  for (const earlier of earlierOnes) await turnCopy(tx, earlier, 'superseded', actor);
  const copies = [siteCopy(tx, payload)];
  await together(
    tx.tables<ChannelsTables>().insertInto('channels.copies').values(copies).execute(),
    beginAll(tx, copyStates, copies, { by: actor }),
    failpoint('copy-before-published'),
  );
}

/** Published as it is planned: there is nothing to send. */
const siteCopy = (tx: Tx, edition: Published): NewCopy => ({
  ...plannedCopy(tx, edition, 'site'),
  state: 'published',
  remote_id: edition.slug,
  address: sitePath(tx, edition.slug, edition.language),
  receipt: JSON.stringify({ edition: edition.editionId, textHash: edition.textHash }),
  look_at: tx.ctx.app.clock.now(),
  published_at: tx.at,
});

const plannedCopy = (tx: Tx, edition: Published, channel: string): NewCopy => ({
  county_id: tx.countyId,
  id: newId<'copy'>(),
  story_id: edition.storyId,
  edition_id: edition.editionId,
  edition_number: edition.number,
  channel,
  state: 'planned',
  hash_sent: edition.textHash,
  planned_at: tx.at,
  changed_at: tx.at,
});

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

async function turnCopy(tx: Tx, copy: Copy, to: 'withdrawn' | 'published' | 'superseded', actor: Actor): Promise<void> {
  await move(tx, copyStates, copy, to, { by: actor });
  const lookAt = to === 'published' ? tx.ctx.app.clock.now() : null;
  await tx.named(
    'channels.turned',
    'update channels.copies set changed_at = $3, look_at = $4, looks = 0, problem = null where county_id = $1 and id = $2',
    [tx.countyId, copy.id, tx.at, lookAt],
  );
}
