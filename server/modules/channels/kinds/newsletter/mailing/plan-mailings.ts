import type { Insertable } from 'kysely';
import { newId } from '#platform/ids';
import type { Ctx, Tx } from '#platform/transaction';
import { placesAbove } from '../../../channel/channel-queries.ts';
import type { ChannelsTables } from '../../../tables.ts';
import type { Sending } from '../../sending.ts';
import type { NewsletterSettings } from '../settings.ts';

type About = Sending<NewsletterSettings>;
type NewMailing = Insertable<ChannelsTables['channels.mailings']>;

/** So many letters are planned in one transaction: memory stays flat whatever the number of receivers. */
const atOnce = 1_000;

interface Receiver {
  readonly subscriberId: string;
  /** The letter in whose thread this one stands; null: it begins one. */
  readonly follows: string | null;
}

/** Plans a letter to everybody who wants a story of this section and these places at once. */
export async function planInstant(about: About): Promise<void> {
  const { sectionId, places } = await about.ctx.transaction((tx) => whereabouts(tx, about.piece.storyId));
  await planFor(about, 'instant', (tx, after) =>
    tx.named<Receiver>(
      'channels.instant-receivers',
      `select id as "subscriberId", null::uuid as follows from channels.subscribers where county_id = $1 and channel_id = $2 and state = 'active' and pace = 'instant' and id > $3
         and (section_ids is null or $4 = any(section_ids)) and (place_ids is null or place_ids && $5::uuid[]) order by id limit $6`,
      [tx.countyId, about.channelId, after, sectionId, places, atOnce],
    ),
  );
}

/** Plans a letter to exactly those who got this story by an earlier one, in its thread; of a restoration, to those who were told of the withdrawal. */
export const planFollowUps = (about: About, what: 'correction' | 'withdrawal' | 'restoration'): Promise<void> =>
  planFor(about, what, (tx, after) =>
    tx.named<Receiver>(
      'channels.earlier-receivers',
      `select distinct on (m.subscriber_id) m.subscriber_id as "subscriberId", m.id as follows from channels.mailings m join channels.subscribers s on s.county_id = m.county_id and s.id = m.subscriber_id
        where m.county_id = $1 and m.channel_id = $2 and m.state = 'sent' and m.story_ids @> array[$4::uuid] and m.subscriber_id > $3 and s.state = 'active' and ($5::text is null or m.what = $5)
        order by m.subscriber_id, m.id limit $6`,
      [tx.countyId, about.channelId, after, about.piece.storyId, what === 'restoration' ? 'withdrawal' : null, atOnce],
    ),
  );

/** Plans the letter anew to those for whom the withdrawal of a story that stands again came before their letter left. */
export const planMissed = (about: About): Promise<void> =>
  planFor(about, 'instant', (tx, after) =>
    tx.named<Receiver>(
      'channels.missed-receivers',
      `select distinct m.subscriber_id as "subscriberId", null::uuid as follows from channels.mailings m join channels.subscribers s on s.county_id = m.county_id and s.id = m.subscriber_id
        where m.county_id = $1 and m.channel_id = $2 and m.state = 'dropped' and m.what = 'instant' and m.story_ids @> array[$4::uuid] and m.subscriber_id > $3 and s.state = 'active'
          and not exists (select 1 from channels.mailings o where o.county_id = m.county_id and o.channel_id = m.channel_id and o.subscriber_id = m.subscriber_id and o.story_ids @> array[$4::uuid] and o.state in ('sent', 'sending'))
        order by m.subscriber_id limit $5`,
      [tx.countyId, about.channelId, after, about.piece.storyId, atOnce],
    ),
  );

/** Letters with an earlier edition that have not left yet leave with this one. */
export const renewPlanned = ({ ctx, channelId, copy, piece }: About): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named(
      'channels.renew-planned',
      `update channels.mailings m set copy_id = $3 where m.county_id = $1 and m.channel_id = $2 and m.state = 'planned' and m.what in ('instant', 'correction')
         and m.copy_id in (select k.id from channels.copies k where k.county_id = $1 and k.story_id = $4 and k.channel_id = $2 and k.id <> $3)
         and not exists (select 1 from channels.mailings o where o.county_id = m.county_id and o.copy_id = $3 and o.subscriber_id = m.subscriber_id and o.what = m.what and o.round = m.round)`,
      [tx.countyId, channelId, copy.id, piece.storyId],
    ),
  );

/** Letters of these kinds about a story that have not left yet do not leave any more. */
export const dropPlanned = ({ ctx, channelId, piece }: About, what: readonly NewMailing['what'][]): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named(
      'channels.drop-planned',
      `update channels.mailings m set state = 'dropped', due_at = null where m.county_id = $1 and m.channel_id = $2 and m.state = 'planned' and m.what = any($4::text[])
         and m.copy_id in (select k.id from channels.copies k where k.county_id = $1 and k.story_id = $3 and k.channel_id = $2)`,
      [tx.countyId, channelId, piece.storyId, what],
    ),
  );

/** Letters that a process had in hand when it stopped may have left: whoever they were for is told as those who got them. */
export const takeAsSent = ({ ctx, channelId, piece }: About): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named(
      'channels.take-as-sent',
      `update channels.mailings m set state = 'sent', sent_at = $4, due_at = null, claimed_until = null where m.county_id = $1 and m.channel_id = $2 and m.state = 'sending' and m.claimed_until <= $5 and m.what in ('instant', 'correction', 'restoration')
         and m.copy_id in (select k.id from channels.copies k where k.county_id = $1 and k.story_id = $3 and k.channel_id = $2)`,
      [tx.countyId, channelId, piece.storyId, tx.at, ctx.app.clock.now()],
    ),
  );

const first = '00000000-0000-0000-0000-000000000000';

async function planFor(
  about: About,
  what: NewMailing['what'],
  receivers: (tx: Tx, after: string) => Promise<Receiver[]>,
): Promise<void> {
  let after = first;
  for (;;) {
    const planned = await about.ctx.transaction(async (tx) => {
      const next = await receivers(tx, after);
      await insertMailings(
        tx,
        next.map((receiver) => mailing(tx, about, what, receiver)),
      );
      return next;
    });
    const last = planned.at(-1);
    if (!last || planned.length < atOnce) return;
    after = last.subscriberId;
  }
}

const mailing = (
  tx: Tx,
  { ctx, channelId, copy, piece }: About,
  what: NewMailing['what'],
  { subscriberId, follows }: Receiver,
): NewMailing => ({
  county_id: tx.countyId,
  id: newId<'mailing'>(),
  channel_id: channelId,
  subscriber_id: subscriberId,
  what,
  copy_id: copy.id,
  round: copy.round,
  story_ids: [piece.storyId],
  follows,
  state: 'planned',
  due_at: dueNow(ctx),
  made_at: tx.at,
});

/** Real time from which a letter may leave. */
export const dueNow = ({ app }: Ctx): Date => app.clock.now();

/** Writes planned letters; one that is there already stays as it is. */
export async function insertMailings(tx: Tx, mailings: readonly NewMailing[]): Promise<void> {
  if (mailings.length === 0) return;
  await tx
    .tables<ChannelsTables>()
    .insertInto('channels.mailings')
    .values([...mailings])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The section of a story, and its places with all above them: what a reader's choice is held against. */
export async function whereabouts(tx: Tx, storyId: string): Promise<{ sectionId: string; places: string[] }> {
  const rows = await tx.named<{ sectionId: string; placeId: string | null }>(
    'channels.whereabouts',
    `select s.section_id as "sectionId", p.place_id as "placeId" from newsroom.stories s left join newsroom.story_places p on p.county_id = s.county_id and p.story_id = s.id where s.county_id = $1 and s.id = $2`,
    [tx.countyId, storyId],
  );
  return {
    sectionId: rows[0]?.sectionId ?? first,
    places: placesAbove(
      tx,
      rows.flatMap((row) => row.placeId ?? []),
    ),
  };
}
