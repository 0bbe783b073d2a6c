import { personsByIds } from '#people';
import { addressOf, hostOf } from '#platform/county-address';
import { failpoint } from '#platform/failpoints';
import type { Ctx } from '#platform/transaction';
import type { NoticeChannel, OutgoingMessage } from '../channel/channel.ts';
import { email } from '../email/send-email.ts';
import { letterSeal } from './notify.ts';

const channels: Readonly<Record<string, NoticeChannel>> = { email };
const mostAttempts = 8;
const mostInATurn = 200;
const unreachable = 'unreachable';

interface Due {
  id: string;
  channel: string;
  attempts: number;
  personId: string;
  kind: string;
  href: string;
  facts: Record<string, unknown>;
  sealedLink: Buffer | null;
}

/** Sends what is due, one after the other. Each delivery is claimed just before it goes out, so that a slow server never lets a claim run out while others
 *  wait, and marked with its receipt after; one that was claimed and never marked is tried again after five minutes. A server that cannot be reached ends the turn. */
export async function sendDueDeliveries(ctx: Ctx): Promise<void> {
  for (let sent = 0; sent < mostInATurn; sent += 1) {
    const due = await claimNext(ctx);
    if (!due || !(await deliver(ctx, due))) return;
  }
}

/** Answers false when it is of no use to go on now. */
async function deliver(ctx: Ctx, due: Due): Promise<boolean> {
  try {
    const message = await compose(ctx, due);
    const channel = channels[due.channel];
    if (!message || !channel) {
      await mark(ctx, due.id, 'failed', null, 'no-address');
      return true;
    }
    await failpoint('notice-claimed');
    const { receipt } = await channel.send(ctx.app, message);
    await failpoint('notice-sent-before-receipt');
    await mark(ctx, due.id, 'sent', receipt, null);
    await failpoint('notice-after-receipt');
    return true;
  } catch (error) {
    return (await retryLater(ctx, due, error)) !== unreachable;
  }
}

function claimNext(ctx: Ctx): Promise<Due | undefined> {
  return ctx.transaction(async (tx) => {
    const [claimed] = await tx.named<Due>(
      'notices.claim-delivery',
      `update notices.deliveries d set state = 'sending', attempts = d.attempts + 1, changed_at = $2, due_at = $2::timestamptz + interval '5 minutes'
         from notices.messages m
        where d.county_id = $1 and m.county_id = $1 and m.id = d.message_id
          and d.id = (select id from notices.deliveries where county_id = $1 and state in ('planned', 'sending') and due_at <= $2 order by due_at, id limit 1 for update skip locked)
        returning d.id, d.channel, d.attempts, m.person_id as "personId", m.kind, m.href, m.facts, m.sealed_link as "sealedLink"`,
      [tx.countyId, tx.at],
    );
    return claimed;
  });
}

// The address is looked up now, not when the message was made: a person may have moved or been erased.
async function compose(ctx: Ctx, due: Due): Promise<OutgoingMessage | undefined> {
  const persons = await ctx.transaction((tx) => personsByIds(tx, [due.personId]));
  const person = persons.get(due.personId);
  if (!person?.email) return undefined;
  const say = (key: string): string => ctx.app.wording.say(person.language, key, due.facts);
  const path = due.sealedLink ? (await ctx.app.keys.unseal(letterSeal, due.sealedLink)).toString() : due.href;
  return {
    id: due.id,
    to: person.email,
    host: hostOf(ctx),
    sender: ctx.county.name[person.language] ?? ctx.county.name['zh-CN'] ?? '',
    language: person.language,
    subject: say(`notice.${due.kind}.subject`),
    text: `${say(`notice.${due.kind}`)}\n\n${addressOf(ctx)}${path}\n\n${say('notice.footer')}\n`,
  };
}

const mark = (
  ctx: Ctx,
  id: string,
  state: 'sent' | 'failed',
  receipt: string | null,
  failure: string | null,
): Promise<unknown> =>
  ctx.transaction(async (tx) => {
    await tx.named(
      'notices.mark',
      'update notices.deliveries set state = $3, receipt = $4, failure = $5, changed_at = $6 where county_id = $1 and id = $2',
      [tx.countyId, id, state, receipt, failure, tx.at],
    );
    await tx.named(
      'notices.forget-link',
      'update notices.messages set sealed_link = null where county_id = $1 and sealed_link is not null and id = (select message_id from notices.deliveries where county_id = $1 and id = $2)',
      [tx.countyId, id],
    );
  });

/** Answers why it failed. */
async function retryLater(ctx: Ctx, due: Due, error: unknown): Promise<string> {
  const failure =
    error instanceof Error && 'responseCode' in error ? `smtp-${String(error.responseCode)}` : unreachable;
  ctx.app.log.warn('notice not sent', { delivery: due.id, attempts: due.attempts, failure });
  if (due.attempts >= mostAttempts) {
    await mark(ctx, due.id, 'failed', null, failure);
    return failure;
  }
  const wait = Math.min(60, 2 ** due.attempts) * 60_000;
  await ctx.transaction((tx) =>
    tx.named(
      'notices.retry',
      `update notices.deliveries set state = 'planned', failure = $3, due_at = $4, changed_at = $5 where county_id = $1 and id = $2`,
      [tx.countyId, due.id, failure, new Date(tx.at.getTime() + wait), tx.at],
    ),
  );
  return failure;
}
