import { systemActor } from '#platform/actor';
import { newId } from '#platform/ids';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { copiesForUpdate } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { stands } from '../copy/states.ts';
import { turnCopies } from '../copy/turn-copy.ts';
import { limitsOf } from '../kinds/registry.ts';
import { recordAttempt } from './record-attempt.ts';
import { holdForQuota, sentTodayIn } from './quota.ts';

export const by = systemActor('channels');
/** Longer than any try takes; what is claimed longer was left by a process that is gone. */
const claimSeconds = 60;
/** How many tries a channel has under way at once. */
export const slots = 4;

/** A copy in hand, with what is to be done and the claim that says so. */
export interface Claimed {
  readonly copy: Copy;
  readonly act: 'send' | 'withdraw' | 'end' | 'hold';
  readonly claimedUntil: Date;
  /** An earlier try was never answered: it may be there already. */
  readonly mayBeThere: boolean;
}

/** Takes copies whose turn it is, at most `room`, and of each channel no more than has room (`busy`: tries under way by channel).
 *  Of one story in one channel only one copy is ever in hand, so that an edition never overtakes the one before it, nor its recall, nor one of which it is still asked whether it arrived. Of a channel that did not answer for a while one is tried first. */
export async function claimCopies(tx: Tx, busy: ReadonlyMap<string, number>, room: number): Promise<Claimed[]> {
  const now = tx.ctx.app.clock.now();
  const due = await tx.named<{ id: string; dailyLimit: number | null }>(
    'channels.due',
    `select k.id, case when exists (select 1 from channels.copies o where o.county_id = k.county_id and o.story_id = k.story_id and o.channel_id = k.channel_id and o.id <> k.id
         and (o.state in ('accepted', 'published', 'drifted') or (o.state = 'withdrawing' and o.due_at is null) or (o.may_be_there and o.state in ('planned', 'waiting', 'failed')) or (k.may_be_there and o.edition_number > k.edition_number and o.state <> 'superseded')))
         then null else h.daily_limit end as "dailyLimit" from channels.copies k join channels.channels h on h.county_id = k.county_id and h.id = k.channel_id
      where k.county_id = $1 and k.due_at <= $2 and (k.claimed_until is null or k.claimed_until <= $2) and k.id = any(array(
        select d.id from channels.channels h left join unnest($3::uuid[], $4::int[]) as b (channel_id, busy) on b.channel_id = h.id
          cross join lateral (
            select k.id, k.due_at from channels.copies k
             where k.county_id = h.county_id and k.channel_id = h.id and k.due_at <= $2 and (k.claimed_until is null or k.claimed_until <= $2) and (h.is_on or (k.state = 'withdrawing' and h.problem is null))
               and not exists (select 1 from channels.copies o where o.county_id = k.county_id and o.story_id = k.story_id and o.channel_id = k.channel_id and o.id <> k.id
                 and (o.claimed_until > $2 or (o.edition_number < k.edition_number and (o.state = 'sending' or (o.state = 'withdrawing' and o.due_at is not null) or (o.may_be_there and o.due_at is not null and o.state in ('planned', 'waiting'))))))
             order by k.edition_number, k.due_at, k.id limit greatest(0, case when h.opens_at is null then $6 else 1 end - coalesce(b.busy, 0))
          ) d
         where h.county_id = $1 and h.carrier = 'program' and (h.opens_at is null or h.opens_at <= $2)
         order by d.due_at, d.id limit $5))
      order by k.due_at, k.id for update of k skip locked`,
    [tx.countyId, now, [...busy.keys()], [...busy.values()], room, slots],
  );
  if (due.length === 0) return [];
  const copies = await copiesForUpdate(
    tx,
    due.map(({ id }) => id),
  );
  const until = new Date(now.getTime() + claimSeconds * 1_000);
  const taken = await withinQuota(tx, due, copies);
  return claimAll(tx, taken, until);
}

/** Leaves out, until tomorrow, what the day's quota of its channel has no room for. What follows a copy that stands there is not held by the county's number (`dailyLimit` is null then): a wrong text does not wait for tomorrow. The platform's own number holds it all the same. */
async function withinQuota(
  tx: Tx,
  due: readonly { id: string; dailyLimit: number | null }[],
  copies: ReadonlyMap<string, Copy>,
): Promise<Copy[]> {
  const taken: Copy[] = [];
  const sent = new Map<string, number>();
  for (const { id, dailyLimit: wanted } of due) {
    const copy = copies.get(id);
    if (!copy?.channelId || !copy.settings) continue;
    const dailyLimit = lowerOf(wanted, limitsOf(copy.settings).perDay ?? null);
    const isCounted = dailyLimit !== null && isNew(copy);
    const already = isCounted ? (sent.get(copy.channelId) ?? (await sentTodayIn(tx, copy.channelId))) : 0;
    if (isCounted && already >= dailyLimit) {
      await holdForQuota(tx, copy);
      continue;
    }
    if (isCounted) sent.set(copy.channelId, already + 1);
    taken.push(copy);
  }
  return taken;
}

/** The lower of the county's limit and the channel's own; null: neither sets one. */
export const lowerOf = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);

const isNew = ({ state }: Copy): boolean => state === 'planned' || state === 'waiting';

const actOf = (copy: Copy): Claimed['act'] =>
  copy.state === 'withdrawing' ? 'withdraw' : !stands(copy) ? 'send' : copy.holdsOnAt ? 'hold' : 'end';

async function claimAll(tx: Tx, copies: readonly Copy[], claimedUntil: Date): Promise<Claimed[]> {
  // One statement for all that were sent as often: most are sent for the first time.
  const byTries = Map.groupBy(copies.filter(isNew), (copy) => copy.tries + 1);
  for (const [tries, group] of byTries)
    await turnCopies(tx, group, 'sending', by, { dueAt: claimedUntil, claimedUntil, tries });
  // None needs another's answer: all travel at once.
  await together(...copies.filter((copy) => !isNew(copy)).map((copy) => claimAgain(tx, copy, claimedUntil)));
  return copies.map((copy) => ({
    copy: { ...copy, state: isNew(copy) ? 'sending' : copy.state, tries: copy.tries + 1 },
    act: actOf(copy),
    claimedUntil,
    mayBeThere: copy.mayBeThere || (!isNew(copy) && copy.claimedUntil !== null),
  }));
}

async function claimAgain(tx: Tx, copy: Copy, claimedUntil: Date): Promise<void> {
  // Somebody had it in hand and never came back: by its key the receiver knows it again.
  if (copy.claimedUntil)
    await recordAttempt(tx, copy, {
      id: newId(),
      act: actOf(copy),
      outcome: 'unknown',
      problem: 'interrupted',
      detail: {},
      took: 0,
    });
  await tx.named(
    'channels.claim',
    `update channels.copies set claimed_until = $3, due_at = $3, tries = $4, may_be_there = may_be_there or (state = 'sending' and claimed_until is not null) where county_id = $1 and id = $2`,
    [tx.countyId, copy.id, claimedUntil, copy.tries + 1],
  );
}
