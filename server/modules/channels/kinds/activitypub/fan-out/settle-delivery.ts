import type { Ctx, Tx } from '#platform/transaction';
import type { OwedDocument } from './claim-deliveries.ts';
import type { Posted } from './post-document.ts';

/** After so long nothing is tried any more; a server that said nothing for the longer time is no server any more, and those who followed from there are forgotten. */
const mostDays = 7;
const silentDays = 30;
const day = 86_400_000;
const longestWaitSeconds = 6 * 3_600;
/** So many failures in a row, and a server is left alone for a while; then one delivery is tried, and all follow it. */
const mostInARow = 5;

/** Writes down how a delivery ended, and what follows for its server. */
export const settleDelivery = (ctx: Ctx, owed: OwedDocument, posted: Posted): Promise<void> =>
  ctx.transaction(async (tx) => {
    await noteServer(tx, owed.server, posted);
    if (posted.answer === 'gone') await forgetInbox(tx, owed.channelId, owed.inbox);
    const dueAt = posted.answer === 'again' ? nextTry(tx, owed) : null;
    const state = posted.answer === 'yes' ? 'arrived' : dueAt ? 'waiting' : 'given-up';
    await tx.named(
      'channels.activitypub-settle',
      'update channels.activitypub_deliveries set state = $3, problem = $4, due_at = $5, claimed_until = null, changed_at = $6 where county_id = $1 and id = $2',
      [tx.countyId, owed.id, state, posted.problem, dueAt, tx.at],
    );
    // Whose Follow it was need not be known once it is accepted.
    if (state !== 'waiting')
      await tx.named(
        'channels.activitypub-forget-accept',
        'delete from channels.activitypub_deliveries where county_id = $1 and id = $2 and accepts is not null',
        [tx.countyId, owed.id],
      );
  });

// Later and later, and not all at the same moment: each wait is drawn from its second half.
function nextTry(tx: Tx, { tries, plannedAt }: OwedDocument): Date | null {
  if (tx.at.getTime() - plannedAt.getTime() > mostDays * day) return null;
  const seconds = Math.min(longestWaitSeconds, 10 * 2 ** Math.min(tries - 1, 20)) * (0.5 + Math.random() / 2);
  return new Date(tx.ctx.app.clock.now().getTime() + seconds * 1_000);
}

// Whoever refuses a document is well all the same.
async function noteServer(tx: Tx, server: string, { answer, signs }: Posted): Promise<void> {
  const now = tx.ctx.app.clock.now();
  if (answer !== 'again') {
    await tx.named(
      'channels.activitypub-answered',
      `insert into channels.activitypub_servers (county_id, server, signs) values ($1, $2, $3)
       on conflict (county_id, server) do update set signs = excluded.signs, silent_since = null, failures_in_row = 0, opens_at = null`,
      [tx.countyId, server, signs],
    );
    return;
  }
  await tx.named(
    'channels.activitypub-unanswered',
    `insert into channels.activitypub_servers as s (county_id, server, signs, silent_since, failures_in_row) values ($1, $2, $3, $4, 1)
     on conflict (county_id, server) do update set silent_since = coalesce(s.silent_since, $4), failures_in_row = s.failures_in_row + 1,
       opens_at = case when s.failures_in_row + 1 >= $5 then $4::timestamptz + least(3600, 30 * power(2, least(s.failures_in_row + 1 - $5, 10))) * interval '1 second' end`,
    [tx.countyId, server, signs, now, mostInARow],
  );
}

const forgetInbox = (tx: Tx, channelId: string, inbox: string): Promise<unknown> =>
  tx.named(
    'channels.activitypub-forget-inbox',
    'delete from channels.activitypub_followers where county_id = $1 and channel_id = $2 and inbox = $3',
    [tx.countyId, channelId, inbox],
  );

/** Forgets servers that have not answered for thirty days, and with them those who followed from there. */
export const forgetSilent = (ctx: Ctx): Promise<void> =>
  ctx.transaction(async (tx) => {
    const silent = await tx.named<{ server: string }>(
      'channels.activitypub-silent',
      'delete from channels.activitypub_servers where county_id = $1 and silent_since <= $2 returning server',
      [tx.countyId, new Date(ctx.app.clock.now().getTime() - silentDays * day)],
    );
    if (silent.length === 0) return;
    const servers = silent.map(({ server }) => server);
    await tx.named(
      'channels.activitypub-forget-followers',
      'delete from channels.activitypub_followers where county_id = $1 and server = any($2::text[])',
      [tx.countyId, servers],
    );
    await tx.named(
      'channels.activitypub-give-up',
      `update channels.activitypub_deliveries set state = 'given-up', problem = 'silent', due_at = null, claimed_until = null, changed_at = $3
        where county_id = $1 and server = any($2::text[]) and state = 'waiting' and accepts is null`,
      [tx.countyId, servers, tx.at],
    );
    await tx.named(
      'channels.activitypub-forget-accepts',
      'delete from channels.activitypub_deliveries where county_id = $1 and server = any($2::text[]) and accepts is not null',
      [tx.countyId, servers],
    );
  });
