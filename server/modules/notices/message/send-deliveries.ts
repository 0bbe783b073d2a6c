import { personsByIds } from '#people';
import { failpoint } from '#platform/failpoints';
import type { Ctx } from '#platform/transaction';
import type { NoticeChannel, OutgoingMessage } from '../channel/channel.ts';
import { email } from '../email/send-email.ts';

const channels: Readonly<Record<string, NoticeChannel>> = { email };
const mostAttempts = 8;

interface Due {
  id: string;
  channel: string;
  attempts: number;
  personId: string;
  kind: string;
  href: string;
  facts: Record<string, unknown>;
}

/** Sends what is due, one after the other. A delivery is claimed before it goes out and marked with its receipt after; one that was claimed and never marked is tried again after five minutes. */
export async function sendDueDeliveries(ctx: Ctx): Promise<void> {
  for (const due of await claim(ctx)) {
    try {
      const message = await compose(ctx, due);
      const channel = channels[due.channel];
      if (!message || !channel) {
        await mark(ctx, due.id, 'failed', null, 'no-address');
        continue;
      }
      await failpoint('notice-claimed');
      const { receipt } = await channel.send(ctx.app, message);
      await failpoint('notice-sent-before-receipt');
      await mark(ctx, due.id, 'sent', receipt, null);
      await failpoint('notice-after-receipt');
    } catch (error) {
      await retryLater(ctx, due, error);
    }
  }
}

function claim(ctx: Ctx): Promise<Due[]> {
  return ctx.transaction(async (tx) => {
    const claimed = await tx.named<{ id: string; message_id: string; channel: string; attempts: number }>(
      'notices.claim-deliveries',
      `update notices.deliveries set state = 'sending', attempts = attempts + 1, changed_at = $2, due_at = $2::timestamptz + interval '5 minutes'
        where county_id = $1 and id = any(array(select id from notices.deliveries where county_id = $1 and state in ('planned', 'sending') and due_at <= $2 order by due_at limit 50 for update skip locked))
        returning id, message_id, channel, attempts`,
      [tx.countyId, tx.at],
    );
    const messages = await tx.named<{
      id: string;
      personId: string;
      kind: string;
      href: string;
      facts: Record<string, unknown>;
    }>(
      'notices.messages-by-id',
      'select id, person_id as "personId", kind, href, facts from notices.messages where county_id = $1 and id = any($2::uuid[])',
      [tx.countyId, claimed.map((one) => one.message_id)],
    );
    const byId = new Map(messages.map((message) => [message.id, message]));
    return claimed.flatMap((one) => {
      const message = byId.get(one.message_id);
      return message ? [{ ...message, id: one.id, channel: one.channel, attempts: one.attempts }] : [];
    });
  });
}

// The address is looked up now, not when the message was made: a person may have moved or been erased.
async function compose(ctx: Ctx, due: Due): Promise<OutgoingMessage | undefined> {
  const persons = await ctx.transaction((tx) => personsByIds(tx, [due.personId]));
  const person = persons.get(due.personId);
  if (!person?.email) return undefined;
  const say = (key: string): string => ctx.app.wording.say(person.language, key, due.facts);
  const link = `${ctx.app.settings.publicAddress}${due.href}`;
  return {
    id: due.id,
    to: person.email,
    language: person.language,
    subject: say(`notice.${due.kind}.subject`),
    text: `${say(`notice.${due.kind}`)}\n\n${link}\n\n${say('notice.footer')}\n`,
  };
}

const mark = (
  ctx: Ctx,
  id: string,
  state: 'sent' | 'failed',
  receipt: string | null,
  failure: string | null,
): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named(
      'notices.mark',
      'update notices.deliveries set state = $3, receipt = $4, failure = $5, changed_at = $6 where county_id = $1 and id = $2',
      [tx.countyId, id, state, receipt, failure, tx.at],
    ),
  );

async function retryLater(ctx: Ctx, due: Due, error: unknown): Promise<void> {
  const failure =
    error instanceof Error && 'responseCode' in error ? `smtp-${String(error.responseCode)}` : 'unreachable';
  ctx.app.log.warn('notice not sent', { delivery: due.id, attempts: due.attempts, failure });
  if (due.attempts >= mostAttempts) return void (await mark(ctx, due.id, 'failed', null, failure));
  const wait = Math.min(60, 2 ** due.attempts) * 60_000;
  await ctx.transaction((tx) =>
    tx.named(
      'notices.retry',
      `update notices.deliveries set state = 'planned', failure = $3, due_at = $4, changed_at = $5 where county_id = $1 and id = $2`,
      [tx.countyId, due.id, failure, new Date(tx.at.getTime() + wait), tx.at],
    ),
  );
}
