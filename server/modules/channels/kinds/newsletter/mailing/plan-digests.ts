import { today } from '#places';
import { isAhead } from '#platform/clock';
import { newId } from '#platform/ids';
import type { Ctx, Tx } from '#platform/transaction';
import { placesAbove } from '../../../channel/channel-queries.ts';
import { isClockHourReached, weekdayOf } from './county-hour.ts';
import { dueNow, insertMailings } from './plan-mailings.ts';
import type { NewsletterSettings } from '../settings.ts';

const atOnce = 500;
/** A digest looks back no further, and names no more stories; one that comes late, as nothing ran on its day, looks back over the week before, too. */
const mostDays = 8;
const mostDaysLate = 15;
const dayMilliseconds = 86_400_000;
const mostStories = 30;

interface Newsletter {
  readonly id: string;
  readonly settings: NewsletterSettings;
}

interface Candidate {
  readonly storyId: string;
  readonly sectionId: string;
  readonly places: readonly string[];
  readonly plannedAt: Date;
}

/** Plans the day's digests, once a day for each reader from their newsletter's hour on: what is new to them of what they chose. Nothing new, no letter. What a process left undone the next turn does; whoever was passed by on the day of the weekly ones, as nothing ran here all day, gets theirs once more than a week went by since the last, or since they became such a reader. */
export async function planDigests(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const newsletters = await ctx.transaction((tx) =>
    tx.named<Newsletter>(
      'channels.newsletters',
      `select id, settings from channels.channels where county_id = $1 and kind = 'newsletter' and is_on`,
      [tx.countyId],
    ),
  );
  for (const one of newsletters) {
    if (!isClockHourReached(ctx, one.settings.digestHour)) continue;
    while (!signal.aborted && (await ctx.transaction((tx) => planSome(tx, one))) === atOnce);
  }
}

interface Reader {
  readonly id: string;
  readonly sectionIds: string[] | null;
  readonly placeIds: string[] | null;
  /** Since when they want digests: they confirmed it, or their address was put back. */
  readonly from: Date;
  /** Until when they wanted them; null: they still do. */
  readonly until: Date | null;
  readonly isLate: boolean;
}

async function planSome(tx: Tx, { id, settings }: Newsletter): Promise<number> {
  const day = today(tx);
  const readers = await tx.named<Reader>(
    'channels.digest-readers',
    `select id, section_ids as "sectionIds", place_ids as "placeIds", coalesce(digest_from, confirmed_at) as "from", digest_until as "until", pace = 'weekly' and last < $4::date - 7 as "isLate"
       from channels.subscribers, lateral (select greatest(digest_on, (coalesce(digest_from, confirmed_at) at time zone $6)::date) as last) l
      where county_id = $1 and channel_id = $2 and state = 'active' and digest_on is distinct from $4::date
        and (pace = 'daily' or digest_until is not null or pace = 'weekly' and ($3::boolean or last < $4::date - 7)) order by id limit $5 for update of subscribers skip locked`,
    [tx.countyId, id, weekdayOf(tx) === settings.digestWeekday, day, atOnce, tx.ctx.county.timeZone],
  );
  if (readers.length === 0) return 0;
  const candidates = await candidatesOf(tx, id);
  // Of whoever confirmed by a clock that was ahead nobody knows since when they are readers.
  const yesterday = new Date(tx.at.getTime() - dayMilliseconds);
  const had = await alreadyHad(
    tx,
    readers.map((reader) => reader.id),
  );
  const mailings = readers.flatMap((reader) => {
    const from = isAhead(reader.from, tx.at) ? yesterday : reader.from;
    const since = new Date(tx.at.getTime() - (reader.isLate ? mostDaysLate : mostDays) * dayMilliseconds);
    const wanted = candidates
      .filter(
        ({ storyId, plannedAt, sectionId, places }) =>
          plannedAt > from &&
          plannedAt > since &&
          (reader.until === null || plannedAt <= reader.until) &&
          !had.get(reader.id)?.includes(storyId) &&
          (reader.sectionIds === null || reader.sectionIds.includes(sectionId)) &&
          (reader.placeIds === null || reader.placeIds.some((place) => places.includes(place))),
      )
      .slice(0, mostStories);
    if (wanted.length === 0) return [];
    return {
      county_id: tx.countyId,
      id: newId<'mailing'>(),
      channel_id: id,
      subscriber_id: reader.id,
      what: 'digest' as const,
      story_ids: wanted.map((one) => one.storyId),
      on_day: day,
      state: 'planned' as const,
      due_at: dueNow(tx.ctx),
      made_at: tx.at,
    };
  });
  await insertMailings(tx, mailings);
  await tx.named(
    'channels.digests-planned',
    'update channels.subscribers set digest_on = $3::date, digest_until = null where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, readers.map((reader) => reader.id), day],
  );
  return readers.length;
}

/** Stories of which these readers got a letter within the days that a digest looks back, or will: by these, not by the hour of the last digest, it is known what is new to them. What was still in its pause, or owed by a newsletter that was off, when that one was planned is passed by no more than anything else. */
async function alreadyHad(tx: Tx, readerIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.named<{ id: string; storyIds: string[] }>(
    'channels.digest-had',
    `select m.subscriber_id as id, array_agg(distinct t.story_id::text) as "storyIds" from channels.mailings m cross join unnest(m.story_ids) as t (story_id)
      where m.county_id = $1 and m.subscriber_id = any($2::uuid[]) and m.state in ('planned', 'sending', 'sent') and m.made_at > $3 group by 1`,
    [tx.countyId, readerIds, new Date(tx.at.getTime() - 2 * mostDaysLate * dayMilliseconds)],
  );
  return new Map(rows.map(({ id, storyIds }) => [id, storyIds]));
}

// The latest first; of a story that was withdrawn nothing is said. It is as new as its first edition: one that is corrected later is no news.
async function candidatesOf(tx: Tx, channelId: string): Promise<Candidate[]> {
  const rows = await tx.named<Omit<Candidate, 'places'> & { placeIds: string[] }>(
    'channels.digest-candidates',
    `select s.id as "storyId", s.section_id as "sectionId",
         (select min(o.planned_at) from channels.copies o where o.county_id = s.county_id and o.story_id = s.id and o.channel_id = $2) as "plannedAt",
         array(select p.place_id from newsroom.story_places p where p.county_id = s.county_id and p.story_id = s.id) as "placeIds"
       from channels.copies k join newsroom.stories s on s.county_id = k.county_id and s.id = k.story_id
      where k.county_id = $1 and k.channel_id = $2 and k.planned_at > $3 and s.public_state = 'published' and k.state in ('accepted', 'published') group by s.county_id, s.id order by 3 desc limit 300`,
    [tx.countyId, channelId, new Date(tx.at.getTime() - mostDaysLate * dayMilliseconds)],
  );
  return rows.map(({ placeIds, ...row }) => ({ ...row, places: placesAbove(tx, placeIds) }));
}
