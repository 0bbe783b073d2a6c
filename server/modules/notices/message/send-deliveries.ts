import { personsByIds } from '#people';
import type { Person } from '#people';
import { inWords } from '#places';
import { addressOf, hostOf } from '#platform/county-address';
import { failpoint } from '#platform/failpoints';
import { behind } from '#platform/i18n';
import type { Tag } from '#platform/i18n';
import type { Ctx, Tx } from '#platform/transaction';
import { mostAttempts, mostInATurn, nextTry } from '../channel/try-again.ts';
import { countMail, mayMail } from '../channel/mails-left.ts';
import type { NoticeChannel, OutgoingMessage } from '../channel/channel.ts';
import { email } from '../email/send-email.ts';
import { letterSeal } from './notify.ts';
import { preferencesOf } from './preferences.ts';

const channels: Readonly<Record<string, NoticeChannel>> = { email };
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

/** A delivery with whom it is for, as they are now: a person may have moved or been erased since the message was made. */
interface Claimed extends Due {
  person: Person | undefined;
  /** In which they want letters; null: in the language of their record. */
  wished: Tag | null;
}

/** How a delivery ended: handed over, given up, or to be tried again. */
type Ending = { readonly due: Due } & (
  | { readonly state: 'sent'; readonly receipt: string }
  | { readonly state: 'failed' | 'planned'; readonly failure: string }
);

/** Sends what is due, one after the other. Each delivery is claimed just before it goes out, so that a slow server never lets a claim run out while others
 *  wait, and marked with its receipt as the next is claimed; one that was claimed and never marked is tried again after five minutes. A server that cannot be reached ends the turn. */
export async function sendDueDeliveries(ctx: Ctx): Promise<void> {
  let due = await ctx.transaction(claimNext);
  for (let sent = 1; due; sent += 1) {
    const ending = await deliver(ctx, due);
    const goesOn = sent < mostInATurn && (ending.state === 'sent' || ending.failure !== unreachable);
    due = await ctx.transaction(async (tx) => {
      await settle(tx, ending);
      return goesOn ? claimNext(tx) : undefined;
    });
    await failpoint('notice-after-receipt');
  }
}

async function deliver(ctx: Ctx, due: Claimed): Promise<Ending> {
  try {
    const message = await compose(ctx, due);
    const channel = channels[due.channel];
    if (!message || !channel) return { due, state: 'failed', failure: 'no-address' };
    await failpoint('notice-claimed');
    const { receipt } = await channel.send(ctx.app, message);
    await failpoint('notice-sent-before-receipt');
    return { due, state: 'sent', receipt };
  } catch (error) {
    const failure =
      error instanceof Error && 'responseCode' in error ? `smtp-${String(error.responseCode)}` : unreachable;
    ctx.app.log.warn('notice not sent', { delivery: due.id, attempts: due.attempts, failure });
    return { due, state: due.attempts >= mostAttempts ? 'failed' : 'planned', failure };
  }
}

async function claimNext(tx: Tx): Promise<Claimed | undefined> {
  if (!(await mayMail(tx))) return undefined;
  const [due] = await tx.named<Due>(
    'notices.claim-delivery',
    `update notices.deliveries d set state = 'sending', attempts = d.attempts + 1, changed_at = $2, due_at = $2::timestamptz + interval '5 minutes'
       from notices.messages m
      where d.county_id = $1 and m.county_id = $1 and m.id = d.message_id
        and d.id = (select id from notices.deliveries where county_id = $1 and state in ('planned', 'sending') and due_at <= $2 order by due_at, id limit 1 for update skip locked)
      returning d.id, d.channel, d.attempts, m.person_id as "personId", m.kind, m.href, m.facts, m.sealed_link as "sealedLink"`,
    [tx.countyId, tx.at],
  );
  if (!due) return undefined;
  await countMail(tx);
  const { language } = await preferencesOf(tx, due.personId);
  return { ...due, person: (await personsByIds(tx, [due.personId])).get(due.personId), wished: language };
}

async function compose(ctx: Ctx, due: Claimed): Promise<OutgoingMessage | undefined> {
  const { person } = due;
  if (!person?.email) return undefined;
  const language = due.wished ?? person.language;
  const say = (key: string): string => ctx.app.wording.say(language, key, due.facts);
  const path = due.sealedLink ? (await ctx.app.keys.unseal(letterSeal, due.sealedLink)).toString() : due.href;
  return {
    id: due.id,
    to: person.email,
    host: hostOf(ctx),
    sender: inWords(ctx.county.name, behind(language)),
    language,
    subject: say(`notice.${due.kind}.subject`),
    text: `${say(`notice.${due.kind}`)}\n\n${addressOf(ctx)}${path}\n\n${say('notice.footer')}\n`,
  };
}

async function settle(tx: Tx, ending: Ending): Promise<void> {
  const { due } = ending;
  if (ending.state === 'planned') {
    await tx.named(
      'notices.retry',
      `update notices.deliveries set state = 'planned', failure = $3, due_at = $4, changed_at = $5 where county_id = $1 and id = $2`,
      [tx.countyId, due.id, ending.failure, nextTry(tx.at, due.attempts), tx.at],
    );
    return;
  }
  const [receipt, failure] = ending.state === 'sent' ? [ending.receipt, null] : [null, ending.failure];
  await tx.named(
    'notices.mark',
    'update notices.deliveries set state = $3, receipt = $4, failure = $5, changed_at = $6 where county_id = $1 and id = $2',
    [tx.countyId, due.id, ending.state, receipt, failure, tx.at],
  );
  if (due.sealedLink)
    await tx.named(
      'notices.forget-link',
      'update notices.messages set sealed_link = null where county_id = $1 and sealed_link is not null and id = (select message_id from notices.deliveries where county_id = $1 and id = $2)',
      [tx.countyId, due.id],
    );
}
