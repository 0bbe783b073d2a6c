import { sha256 } from '#platform/canonical';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { openSecrets } from '../../../channel/secrets.ts';
import { addressesOf, channelIdIn } from '../documents/addresses.ts';
import type { Signer } from '../fan-out/post-document.ts';
import { isGone } from './load-document.ts';
import { readActivity } from './read-activity.ts';
import type { Claimed } from './read-activity.ts';
import { verifySender } from './verify-sender.ts';
import type { Received, Sender } from './verify-sender.ts';

/** Far more than a county has people. */
const mostFollowers = 200_000;

/** Takes what another server sends: who follows, who leaves, who is no more. Everything else (replies, likes, shares) is answered politely and kept nowhere; nobody is asked who sent it.
 *  Refuses: BadRequest (400), SignatureRefused (401). */
export async function takeActivity(ctx: Ctx, received: Omit<Received, 'body'> & { body: unknown }): Promise<void> {
  const { body } = received;
  if (!Buffer.isBuffer(body)) refuse('UnsupportedMediaType');
  const claimed = readActivity(body);
  const channelId = await concerned(ctx, claimed);
  if (channelId === undefined) return;
  const signer = await ctx.transaction((tx) => signerFor(tx, channelId, claimed.type));
  if (!signer) return;
  // Who is no more signs nothing that could be verified: their own server says so.
  if (claimed.type === 'Delete' && (await isGone(ctx.app, claimed.actor)))
    return ctx.transaction((tx) => leave(tx, null, claimed.actor));
  const sender = await verifySender(ctx.app, signer, { ...received, body }, claimed);
  await ctx.transaction(async (tx) => {
    if (claimed.type === 'Follow') return follow(tx, channelId, claimed, sender);
    await leave(tx, claimed.type === 'Delete' ? null : channelId, sender.actor);
  });
}

/** The channel that an activity is about; undefined where there is nothing to be done, which most of what servers send to everybody is. */
async function concerned(ctx: Ctx, claimed: Claimed): Promise<string | undefined> {
  if (claimed.type === 'Follow') return channelIdIn(ctx, claimed.object);
  return ctx.transaction(async (tx) => {
    if (claimed.type === 'Undo') return followOf(tx, claimed);
    if (claimed.type === 'Delete' && claimed.object === claimed.actor) return followOf(tx, { actor: claimed.actor });
    return undefined;
  });
}

async function followOf(
  tx: Tx,
  claimed: Pick<Claimed, 'actor'> & Partial<Pick<Claimed, 'object' | 'followed'>>,
): Promise<string | undefined> {
  const whom = claimed.followed === undefined ? null : (channelIdIn(tx.ctx, claimed.followed) ?? null);
  if (claimed.followed !== undefined && whom === null) return undefined;
  const [row] = await tx.named<{ id: string }>(
    'channels.activitypub-follow-of',
    `select channel_id as id from channels.activitypub_followers where county_id = $1 and actor_hash = $2 and ($3::uuid is null or channel_id = $3) and ($3::uuid is not null or $4::text is null or follow_hash = $4) limit 1`,
    [tx.countyId, sha256(claimed.actor), whom, claimed.object === undefined ? null : sha256(claimed.object)],
  );
  return row?.id;
}

// Nobody follows an account that is off; who leaves one is forgotten all the same.
async function signerFor(tx: Tx, channelId: string, type: string): Promise<Signer | undefined> {
  const [row] = await tx.named(
    'channels.activitypub-is-account',
    `select 1 from channels.channels where county_id = $1 and id = $2 and kind = 'activitypub' and (is_on or $3 <> 'Follow')`,
    [tx.countyId, channelId, type],
  );
  if (!row) return undefined;
  const [privateKey] = await openSecrets(tx, channelId);
  return privateKey === undefined ? undefined : { keyId: addressesOf(tx.ctx, channelId).key, privateKey };
}

/** Keeps no more than it takes to send: not who follows, but where what is for them is taken, if it can be at the inbox that all of their server share. */
async function follow(tx: Tx, channelId: string, claimed: Claimed, sender: Sender): Promise<void> {
  const [row] = await tx.named<{ n: number }>(
    'channels.activitypub-follower-count',
    'select count(*)::int as n from channels.activitypub_followers where county_id = $1 and channel_id = $2',
    [tx.countyId, channelId],
  );
  if ((row?.n ?? 0) >= mostFollowers) refuse('TooManyRequests', { retryAfterSeconds: 3_600 });
  const inbox = sender.sharedInbox ?? sender.inbox;
  await tx.named(
    'channels.activitypub-follow',
    `insert into channels.activitypub_followers (county_id, id, channel_id, actor_hash, follow_hash, inbox, server, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (county_id, channel_id, actor_hash) do update set follow_hash = excluded.follow_hash, inbox = excluded.inbox, server = excluded.server`,
    [tx.countyId, newId(), channelId, sha256(sender.actor), sha256(claimed.id), inbox, new URL(inbox).host, tx.at],
  );
  await tx.named(
    'channels.activitypub-accept',
    `insert into channels.activitypub_deliveries (county_id, id, channel_id, accepts, inbox, server, state, due_at, planned_at, changed_at) values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $8)`,
    [
      tx.countyId,
      newId(),
      channelId,
      JSON.stringify({ id: claimed.id, actor: sender.actor }),
      sender.inbox,
      new URL(sender.inbox).host,
      tx.ctx.app.clock.now(),
      tx.at,
    ],
  );
}

/** Forgets a follower of one channel, or of all when they are no more. */
async function leave(tx: Tx, channelId: string | null, actor: string): Promise<void> {
  await tx.named(
    'channels.activitypub-leave',
    'delete from channels.activitypub_followers where county_id = $1 and actor_hash = $2 and ($3::uuid is null or channel_id = $3)',
    [tx.countyId, sha256(actor), channelId],
  );
}
