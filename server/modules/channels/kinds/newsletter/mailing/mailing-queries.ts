import type { Language, Tag } from '#platform/i18n';
import { spokenTag } from '#platform/spoken-tag';
import type { Tx } from '#platform/transaction';
import type { LetterAbout } from '../letter/letter-body.ts';
import type { NewsletterSettings } from '../settings.ts';

/** Longer than handing over a batch takes; what is claimed longer was left by a process that is gone. */
const claimSeconds = 300;

/** A letter in hand, with its receiver. */
export interface ClaimedMailing {
  readonly id: string;
  readonly what: LetterAbout['what'];
  readonly channelId: string;
  readonly name: string;
  readonly settings: NewsletterSettings;
  readonly editionId: string | null;
  readonly storyIds: readonly string[];
  readonly follows: string | null;
  readonly tries: number;
  readonly subscriberId: string;
  readonly email: string;
  readonly language: Language;
  /** In which the letter speaks: that, or a further one. */
  readonly tag: Tag;
  readonly token: string;
  readonly isActive: boolean;
}

/** Takes letters whose turn it is. One with a text that is being withdrawn does not leave, nor does one of a newsletter that is off; but whoever got a text hears of its correction or withdrawal all the same. */
export async function claimMailings(tx: Tx, limit: number): Promise<ClaimedMailing[]> {
  const now = tx.ctx.app.clock.now();
  const due = await tx.named<{ id: string }>(
    'channels.due-mailings',
    `select m.id from channels.mailings m join channels.channels h on h.county_id = m.county_id and h.id = m.channel_id left join channels.copies k on k.county_id = m.county_id and k.id = m.copy_id
      where m.county_id = $1 and m.due_at <= $2 and (h.is_on or m.what in ('correction', 'withdrawal')) and (m.what = 'withdrawal' or k.state is null or k.state not in ('withdrawing', 'withdrawn')) order by m.due_at, m.id limit $3 for update of m skip locked`,
    [tx.countyId, now, limit],
  );
  if (due.length === 0) return [];
  const claimed = await tx.named<ClaimedMailing>(
    'channels.claim-mailings',
    `update channels.mailings m set state = 'sending', due_at = $3, claimed_until = $3, tries = m.tries + 1
       from channels.subscribers s, channels.channels h
      where m.county_id = $1 and m.id = any($2::uuid[]) and s.county_id = m.county_id and s.id = m.subscriber_id and h.county_id = m.county_id and h.id = m.channel_id
      returning m.id, m.what, m.channel_id as "channelId", h.name, h.settings, m.story_ids as "storyIds", m.follows, m.tries, s.id as "subscriberId", s.email, s.language, coalesce(s.tag, s.language) as tag, s.token, s.state = 'active' as "isActive",
        (select k.edition_id from channels.copies k where k.county_id = m.county_id and k.id = m.copy_id) as "editionId"`,
    [tx.countyId, due.map(({ id }) => id), new Date(now.getTime() + claimSeconds * 1_000)],
  );
  return claimed.map((one) => ({ ...one, tag: spokenTag(tx.ctx, one) }));
}

/** These letters left. */
export const noteSent = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.named(
    'channels.mailings-sent',
    `update channels.mailings set state = 'sent', sent_at = $3, due_at = null, claimed_until = null, problem = null where county_id = $1 and id = any($2::uuid[])`,
    [tx.countyId, ids, tx.at],
  );

/** These digests left without what was not public any more: whoever got one has not got that, hears of no correction of it, and finds it in a later one. */
export const noteTold = (tx: Tx, ids: readonly string[], storyIds: readonly string[]): Promise<unknown> =>
  tx.named(
    'channels.mailings-told',
    'update channels.mailings set story_ids = $3::uuid[] where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, ids, storyIds],
  );

/** These do not leave: nothing of them is public any more. */
export const noteDropped = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.named(
    'channels.mailings-dropped',
    `update channels.mailings set state = 'dropped', due_at = null, claimed_until = null where county_id = $1 and id = any($2::uuid[])`,
    [tx.countyId, ids],
  );

/** With the waits between them the last try is some two days after the first. */
const mostTries = 12;

/** This one is tried again, later and later, or given up. */
export const noteLater = (tx: Tx, { id, tries }: ClaimedMailing, problem: string): Promise<unknown> => {
  const wait = Math.min(6 * 3_600, 60 * 2 ** Math.max(0, tries - 1));
  const isOver = tries >= mostTries;
  return tx.named(
    'channels.mailing-later',
    `update channels.mailings set state = $3, due_at = $4, claimed_until = null, problem = $5 where county_id = $1 and id = $2`,
    [
      tx.countyId,
      id,
      isOver ? 'failed' : 'planned',
      isOver ? null : new Date(tx.ctx.app.clock.now().getTime() + wait * 1_000),
      problem,
    ],
  );
};

/** The mail server is down: nothing of this is held against the letters. */
export const noteHeld = (tx: Tx, ids: readonly string[], seconds: number): Promise<unknown> =>
  tx.named(
    'channels.mailings-held',
    `update channels.mailings set state = 'planned', due_at = $3, claimed_until = null, tries = greatest(tries - 1, 0), problem = 'unreachable' where county_id = $1 and id = any($2::uuid[])`,
    [tx.countyId, ids, new Date(tx.ctx.app.clock.now().getTime() + seconds * 1_000)],
  );
