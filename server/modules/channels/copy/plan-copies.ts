import type { Insertable } from 'kysely';
import { storyPath, urgentSlug } from '#newsroom';
import type { Actor } from '#platform/actor';
import type { Event } from '#platform/events';
import { failpoint } from '#platform/failpoints';
import { newId } from '#platform/ids';
import { beginAll } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { placesAbove, takersOf } from '../channel/channel-queries.ts';
import type { Taker } from '../channel/channel-queries.ts';
import { capabilitiesOf, isBeyondRecall } from '../kinds/registry.ts';
import type { ChannelsTables } from '../tables.ts';
import { askAfter } from './ask-after.ts';
import { noteMayStand, standingCopiesForUpdate } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyStates, isLeftStanding, isUnrecalled, mayHaveArrived, stands } from './states.ts';
import { turnCopy } from './turn-copy.ts';

type NewCopy = Insertable<ChannelsTables['channels.copies']>;

/** What the newsroom says when an edition becomes valid. */
interface Published {
  storyId: string;
  sectionId: string;
  placeIds: string[];
  editionId: string;
  number: number;
  byPath: string;
  slug: string;
  language: string;
  textHash: string;
}

/** Plans a copy in every channel that takes the story, in the transaction of the last signature, and in every channel that holds an earlier edition. All copies are one statement, whatever their number.
 *  Of the public site the edition is the copy: its receipt is written here, and reading back checks it afterwards. */
export async function planCopies(tx: Tx, event: Event<Published>, actor: Actor): Promise<void> {
  const { payload } = event;
  const earlier = payload.number > 1 ? await standingCopiesForUpdate(tx, payload.storyId) : [];
  const takers = await takersOf(tx, {
    sectionId: payload.sectionId,
    language: payload.language,
    placesAbove: placesAbove(tx, payload.placeIds),
    holders: earlier.flatMap((copy) => copy.channelId ?? []),
  });
  const standing: Copy[] = [];
  for (const copy of earlier) standing.push(await follow(tx, copy, earlier, actor));
  const planned = takers.flatMap((taker) => copyFor(tx, payload, taker, standing) ?? []);
  const copies = [siteCopy(tx, payload), ...planned];
  await together(
    tx.tables<ChannelsTables>().insertInto('channels.copies').values(copies).execute(),
    beginAll(tx, copyStates, copies, { by: actor }),
    failpoint('copy-before-published'),
  );
}

/** What becomes of a copy of an earlier edition; answers it as it is then. */
async function follow(tx: Tx, copy: Copy, earlier: readonly Copy[], actor: Actor): Promise<Copy> {
  if (isStillUp(copy)) {
    // Behind a note that is still there as well it is what it was.
    const state = earlier.some((one) => isAfter(one, copy) && isStillUp(one)) ? 'superseded' : 'published';
    await turnCopy(tx, copy, state, actor);
    return { ...copy, state };
  }
  if (isLeftStanding(copy)) await noteMayStand(tx, copy);
  if (endsAtOnce(copy))
    await turnCopy(tx, copy, 'superseded', actor, wasTakenDown(copy) ? { problem: 'taken-down' } : {});
  else if (mayHaveArrived(copy)) await askAfter(tx, copy, actor);
  return copy;
}

const isAfter = (one: Copy, copy: Copy): boolean =>
  one.channelId === copy.channelId && one.editionNumber > copy.editionNumber;

// What only a note followed is still there.
const wasTakenDown = ({ state, publishedAt, channelId, settings }: Copy): boolean =>
  state === 'withdrawn' && publishedAt !== null && channelId !== null && capabilitiesOf(settings).withdraw !== 'notice';

// Nobody took it down yet: whoever keeps the place puts the new edition over it.
const isStillUp = ({ state, carrier, settings }: Copy): boolean =>
  state === 'withdrawing' && carrier === 'person' && capabilitiesOf(settings).correct !== 'none';

// The site's page shows the new edition from this commit on. Elsewhere the old one stands until the new one does; what is just being sent is settled by whoever sends it, of what may have arrived it is found out first, and a recall that is on its way ends before the new one is sent.
const endsAtOnce = (copy: Copy): boolean =>
  copy.channelId === null || !(stands(copy) || mayHaveArrived(copy) || ['sending', 'withdrawing'].includes(copy.state));

/** Whether what is planned for the channel of this copy will follow it: it stands there, or nobody took it down. */
export const isFollowed = (copy: Copy): boolean => stands(copy) || isUnrecalled(copy) || isStillUp(copy);

/** The copy for one channel; undefined where the old one stands for good, as nothing can follow it. */
function copyFor(tx: Tx, edition: Published, taker: Taker, earlier: readonly Copy[]): NewCopy | undefined {
  const can = capabilitiesOf(taker.settings);
  const follows = earlier.some((copy) => copy.channelId === taker.id && isFollowed(copy));
  if (follows && can.correct === 'none') return undefined;
  const copy = { ...plannedCopy(tx, edition, taker.kind), channel_id: taker.id };
  if (!taker.isOn) return { ...copy, state: 'failed', problem: 'channel-off' };
  const pause = !follows && isBeyondRecall(can) && edition.byPath !== urgentSlug ? taker.pauseSeconds : 0;
  const now = tx.ctx.app.clock.now();
  if (pause > 0)
    return { ...copy, state: 'waiting', waits_for: 'pause', due_at: new Date(now.getTime() + pause * 1_000) };
  // What persons carry within a day's number is counted when it is handed to them; what follows an earlier copy is not held by it.
  const atOnce = taker.carrier === 'person' && (taker.dailyLimit === null || follows);
  return atOnce ? { ...copy, state: 'manual' } : { ...copy, due_at: now };
}

/** Published as it is planned: there is nothing to send. */
const siteCopy = (tx: Tx, edition: Published): NewCopy => ({
  ...plannedCopy(tx, edition, 'site'),
  state: 'published',
  remote_id: edition.slug,
  address: storyPath(tx.ctx, edition.slug, edition.language),
  receipt: JSON.stringify({ edition: edition.editionId, textHash: edition.textHash }),
  look_at: tx.ctx.app.clock.now(),
  published_at: tx.at,
});

// Every column that a row may have: several rows are one statement.
const plannedCopy = (tx: Tx, edition: Published, channel: string): NewCopy => ({
  county_id: tx.countyId,
  id: newId<'copy'>(),
  story_id: edition.storyId,
  edition_id: edition.editionId,
  edition_number: edition.number,
  channel,
  channel_id: null,
  state: 'planned',
  waits_for: null,
  problem: null,
  due_at: null,
  remote_id: null,
  address: null,
  hash_sent: edition.textHash,
  receipt: null,
  look_at: null,
  planned_at: tx.at,
  published_at: null,
  changed_at: tx.at,
});
