import { sha256 } from '#platform/canonical';
import { newId } from '#platform/ids';
import { Refusal, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { openFeed } from '../feeds/feed-kinds.ts';
import { findFeed } from '../feeds/find-feed.ts';
import type { HubForm } from './hub-form.ts';

/** What the secret of a subscription is sealed for. */
export const secretPurpose = 'portal.hub-secret';
/** Ten days where the subscriber wishes nothing; from five minutes to thirty days. */
const usualLeaseSeconds = 10 * 86_400;
const shortestLeaseSeconds = 300;
const longestLeaseSeconds = 30 * 86_400;
/** A reader that many people use follows many feeds from one host; nobody needs all of them ten times. */
const mostOfHost = 200;
const mostOfCounty = 10_000;
/** Each followed question is asked anew with every publication. */
const mostQuestions = 500;

/** Takes a request to subscribe or to end a subscription; whether it was meant is asked of the callback a moment later (W3C WebSub §5.3). Of one feed and callback the latest request counts.
 *  Refuses: TopicUnknown (422), CallbackRefused (422), TooManySubscriptions (429). */
export async function askHub(ctx: Ctx, form: HubForm): Promise<void> {
  const topic = form['hub.topic'];
  const callback = readCallback(form['hub.callback']);
  if (form['hub.mode'] === 'subscribe') await mustBeOurs(ctx, topic);
  const secret = form['hub.secret'];
  const sealed = secret === undefined ? null : await ctx.app.keys.seal(secretPurpose, Buffer.from(secret));
  const subject = sha256(`${topic}\n${callback.href}`);
  await ctx.transaction(async (tx) => {
    await mustHaveRoom(tx, { subject, topic, host: callback.host });
    await tx.named(
      'portal.ask-hub',
      `insert into portal.hub_requests (county_id, id, subject, mode, topic, callback, callback_host, lease_seconds, sealed_secret, due_at, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (county_id, subject) do update set id = excluded.id, mode = excluded.mode, lease_seconds = excluded.lease_seconds, sealed_secret = excluded.sealed_secret, due_at = excluded.due_at,
         asked_at = excluded.asked_at, tries = 0, claimed_until = null`,
      [
        tx.countyId,
        newId(),
        subject,
        form['hub.mode'],
        topic,
        callback.href,
        callback.host,
        leaseOf(form['hub.lease_seconds']),
        sealed,
        ctx.app.clock.now(),
        tx.at,
      ],
    );
  });
}

// What the guard refuses anyway is told at once; names are judged when they are called.
function readCallback(text: string): URL {
  const callback = new URL(text);
  if (callback.username !== '' || callback.password !== '' || callback.hash !== '') refuse('CallbackRefused');
  return callback;
}

// The feed says its own address: another way of writing it would be another subscription to the same.
async function mustBeOurs(ctx: Ctx, topic: string): Promise<void> {
  const found = findFeed(ctx, topic) ?? refuse('TopicUnknown', { topic });
  const feed = await openFeed(found.kind, found.call).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NotFound') return undefined;
    throw error;
  });
  if (feed?.self !== topic) refuse('TopicUnknown', { topic });
}

const leaseOf = (wished: number | undefined): number =>
  Math.min(longestLeaseSeconds, Math.max(shortestLeaseSeconds, wished || usualLeaseSeconds));

async function mustHaveRoom(tx: Tx, asked: { subject: string; topic: string; host: string }): Promise<void> {
  const [row] = await tx.named<{ ofHost: number; all: number; questions: number }>(
    'portal.hub-room',
    `select count(*) filter (where callback_host = $3)::int as "ofHost", count(*)::int as all, count(*) filter (where topic like '%/feeds/search%')::int as questions from
       (select callback_host, topic from portal.hub_subscriptions where county_id = $1 and subject <> $2 union all select callback_host, topic from portal.hub_requests where county_id = $1 and subject <> $2) h`,
    [tx.countyId, asked.subject, asked.host],
  );
  if (!row) return;
  const isFull = asked.topic.includes('/feeds/search') && row.questions >= mostQuestions;
  if (isFull || row.ofHost >= mostOfHost || row.all >= mostOfCounty)
    refuse('TooManySubscriptions', { retryAfterSeconds: 3_600 });
}
