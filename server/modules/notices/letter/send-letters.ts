import { inWords } from '#places';
import { hostOf } from '#platform/county-address';
import { failpoint } from '#platform/failpoints';
import { behind } from '#platform/i18n';
import type { Ctx, Tx } from '#platform/transaction';
import { NotTaken } from '../channel/channel.ts';
import { mostAttempts, mostInATurn, nextTry } from '../channel/try-again.ts';
import { countMail, mayMail } from '../channel/mails-left.ts';
import type { NoticeChannel, OutgoingMessage } from '../channel/channel.ts';
import { email } from '../email/send-email.ts';
import { sms } from '../sms/send-sms.ts';
import { outsideSeal } from './write-letter.ts';
import type { SealedLetter } from './write-letter.ts';

const ways: Readonly<Record<string, NoticeChannel>> = { email, sms };

interface DueLetter {
  readonly id: string;
  readonly channel: string;
  readonly attempts: number;
  readonly sealed: Buffer;
}

type LetterEnd =
  | { readonly state: 'sent'; readonly receipt: string }
  | { readonly state: 'failed' | 'planned'; readonly failure: string };

/** Sends the letters that are due, one after the other, each claimed for five minutes just before it goes out. One that the other side refuses for good has failed; where nobody answers it is tried again, and the turn goes on with the other way out: a gateway that is down keeps no e-mail. */
export async function sendDueLetters(ctx: Ctx): Promise<void> {
  const down = new Set<string>();
  for (let sent = 0; sent < mostInATurn; sent += 1) {
    const due = await ctx.transaction((tx) => claimLetter(tx, [...down]));
    if (!due) return;
    const end = await post(ctx, due);
    if (end.state === 'planned') down.add(due.channel);
    await ctx.transaction((tx) => settleLetter(tx, due, end));
  }
}

async function post(ctx: Ctx, due: DueLetter): Promise<LetterEnd> {
  try {
    const way = ways[due.channel];
    if (!way) return { state: 'failed', failure: 'no-way' };
    const message = await messageOf(ctx, due);
    await failpoint('letter-claimed');
    const { receipt } = await way.send(ctx.app, message);
    await failpoint('letter-sent-before-receipt');
    return { state: 'sent', receipt };
  } catch (error) {
    const failure = error instanceof NotTaken ? error.message : 'unreachable';
    const forGood = (error instanceof NotTaken && error.forGood) || due.attempts >= mostAttempts;
    ctx.app.log.warn('letter not sent', { letter: due.id, channel: due.channel, attempts: due.attempts, failure });
    return { state: forGood ? 'failed' : 'planned', failure };
  }
}

async function messageOf(ctx: Ctx, due: DueLetter): Promise<OutgoingMessage> {
  const opened = await ctx.app.keys.unseal(outsideSeal, due.sealed);
  const inside: SealedLetter = JSON.parse(opened.toString());
  return { id: due.id, host: hostOf(ctx), sender: inWords(ctx.county.name, behind(inside.language)), ...inside };
}

async function claimLetter(tx: Tx, except: readonly string[]): Promise<DueLetter | undefined> {
  const mails = except.includes('email') || (await mayMail(tx));
  const [due] = await tx.named<DueLetter>(
    'notices.claim-letter',
    `update notices.letters set state = 'sending', attempts = attempts + 1, changed_at = $2, due_at = $2::timestamptz + interval '5 minutes'
      where county_id = $1
        and id = (select id from notices.letters where county_id = $1 and state in ('planned', 'sending') and due_at <= $2 and channel <> all($3::text[]) order by due_at, id limit 1 for update skip locked)
      returning id, channel, attempts, sealed`,
    [tx.countyId, tx.at, mails ? except : [...except, 'email']],
  );
  if (due?.channel === 'email') await countMail(tx);
  return due;
}

// A letter that was dropped while it was under way stays dropped.
async function settleLetter(tx: Tx, due: DueLetter, end: LetterEnd): Promise<void> {
  if (end.state === 'planned') {
    await tx.named(
      'notices.letter-later',
      `update notices.letters set state = 'planned', failure = $3, due_at = $4, changed_at = $5 where county_id = $1 and id = $2 and state = 'sending'`,
      [tx.countyId, due.id, end.failure, nextTry(tx.at, due.attempts), tx.at],
    );
    return;
  }
  const [receipt, failure] = end.state === 'sent' ? [end.receipt, null] : [null, end.failure];
  await tx.named(
    'notices.letter-over',
    `update notices.letters set state = $3, sealed = null, receipt = $4, failure = $5, changed_at = $6 where county_id = $1 and id = $2 and state = 'sending'`,
    [tx.countyId, due.id, end.state, receipt, failure, tx.at],
  );
}
