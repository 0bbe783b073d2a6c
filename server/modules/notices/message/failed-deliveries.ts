import { cursorOf, readTimeCursor } from '#platform/keyset';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { kindsSaying } from './kinds-saying.ts';

/** What to list: `q` is looked for in the subject, the way out and the failure. */
export interface FailedAsked {
  readonly channel?: string | undefined;
  readonly q?: string | undefined;
  readonly sort: 'newest' | 'oldest';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A notice that was given up. `kind` is null for a letter to somebody who is no person of the house: its words went with the failure, so it cannot be tried again. */
export interface FailedDelivery {
  readonly id: string;
  readonly channel: 'email' | 'sms' | 'webhook';
  readonly kind: string | null;
  readonly attempts: number;
  readonly failure: string;
  readonly at: Date;
  readonly mayRetry: boolean;
}

const failed = `
  select d.id, d.channel, m.kind, d.attempts, coalesce(d.failure, '') as failure, date_trunc('milliseconds', d.changed_at) as at, not m.carried_secret as "mayRetry"
    from notices.deliveries d join notices.messages m on m.county_id = d.county_id and m.id = d.message_id
   where d.county_id = $1 and d.state = 'failed'
  union all
  select id, channel, null, attempts, coalesce(failure, ''), date_trunc('milliseconds', changed_at), false
    from notices.letters where county_id = $1 and state = 'failed'
  union all
  select id, 'webhook', kind, attempts, coalesce(failure, ''), date_trunc('milliseconds', changed_at), true
    from notices.posts where county_id = $1 and state = 'failed'`;

/** What was given up, by when it was. Says nothing of who should have had it. */
export async function failedDeliveries(
  tx: Tx,
  asked: FailedAsked,
): Promise<{ items: FailedDelivery[]; next: string | null; total: number }> {
  const [past, direction] = asked.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  const after = asked.after === undefined ? null : readTimeCursor(asked.after);
  const rows = await tx.named<FailedDelivery & { total: number }>(
    `notices.failed-deliveries-${asked.sort}`,
    `with matching as (
       select * from (${failed}) f
        where ($2::text is null or channel = $2) and ($3::text is null or kind = any($4::text[]) or strpos(lower(channel || ' ' || failure), lower($3)) > 0))
     select m.*, (select count(*)::int from matching) as total from matching m
      where $5::timestamptz is null or (m.at, m.id) ${past} ($5, $6::uuid) order by m.at ${direction}, m.id ${direction} limit $7`,
    [
      tx.countyId,
      asked.channel ?? null,
      asked.q ?? null,
      asked.q === undefined ? [] : await failedKindsSaying(tx, asked.q),
      after?.at ?? null,
      after?.id ?? null,
      asked.limit + 1,
    ],
  );
  const items = rows.slice(0, asked.limit).map(({ total: _total, ...row }) => row);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > asked.limit && last ? cursorOf(last.at.toISOString(), last.id) : null,
    total: rows[0]?.total ?? 0,
  };
}

async function failedKindsSaying(tx: Tx, search: string): Promise<string[]> {
  const kinds = await tx.named<{ kind: string }>(
    'notices.failed-kinds',
    `select m.kind from notices.deliveries d join notices.messages m on m.county_id = d.county_id and m.id = d.message_id where d.county_id = $1 and d.state = 'failed'
     union select kind from notices.posts where county_id = $1 and state = 'failed'`,
    [tx.countyId],
  );
  return kindsSaying(tx, kinds, search, '.subject');
}

/** Puts a notice that was given up back in line, with all its tries before it. Refuses: NotFound (404), for a letter too; WrongState (409) where it has not failed, or its secret link is gone: whoever invited invites again. */
export async function retryDelivery(tx: Tx, id: string): Promise<void> {
  const [known] = await tx.named<{ state: string; carriedSecret: boolean }>(
    'notices.delivery-to-retry',
    `select d.state, m.carried_secret as "carriedSecret" from notices.deliveries d join notices.messages m on m.county_id = d.county_id and m.id = d.message_id
      where d.county_id = $1 and d.id = $2 for update of d`,
    [tx.countyId, id],
  );
  if (!known) return retryPost(tx, id);
  if (known.state !== 'failed' || known.carriedSecret) refuse('WrongState', { state: known.state });
  await tx.named(
    'notices.try-delivery-again',
    `update notices.deliveries set state = 'planned', attempts = 0, failure = null, due_at = $3, changed_at = $3 where county_id = $1 and id = $2`,
    [tx.countyId, id, tx.at],
  );
}

async function retryPost(tx: Tx, id: string): Promise<void> {
  const [known] = await tx.named<{ state: string }>(
    'notices.post-to-retry',
    'select state from notices.posts where county_id = $1 and id = $2 for update',
    [tx.countyId, id],
  );
  if (!known) refuse('NotFound');
  if (known.state !== 'failed') refuse('WrongState', { state: known.state });
  await tx.named(
    'notices.try-post-again',
    `update notices.posts set state = 'planned', attempts = 0, failure = null, due_at = $3, changed_at = $3 where county_id = $1 and id = $2`,
    [tx.countyId, id, tx.at],
  );
}
