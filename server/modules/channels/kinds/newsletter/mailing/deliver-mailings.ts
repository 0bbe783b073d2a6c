import { randomBytes } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { sha256 } from '#platform/canonical';
import { addressOf } from '#platform/county-address';
import { failpoint } from '#platform/failpoints';
import type { Ctx, Tx } from '#platform/transaction';
import { openSecrets } from '../../../channel/secrets.ts';
import { dkimSelector } from '../dkim.ts';
import { confirmationBody, letterBody, tokenMark } from '../letter/letter-body.ts';
import type { LetterBody } from '../letter/letter-body.ts';
import { postLetter } from '../letter/post-letter.ts';
import type { Posted } from '../letter/post-letter.ts';
import { senderOf } from '../letter/sender.ts';
import { noteBounce } from '../subscriber/note-bounce.ts';
import { claimMailings, noteDropped, noteHeld, noteLater, noteSent } from './mailing-queries.ts';
import type { ClaimedMailing } from './mailing-queries.ts';

/** So many letters are in memory at once, whatever the number of receivers. */
const atOnce = 200;
/** A turn ends after this long, so that other counties have theirs. */
const turnMilliseconds = 10_000;
const whenDownSeconds = 60;

/** Hands the letters that are due to the mail server, the first planned first. What each is told to is rendered once for all who get the same. */
export async function deliverMailings(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const end = performance.now() + turnMilliseconds;
  const desk = new LetterDesk(ctx);
  while (!signal.aborted && performance.now() < end) {
    const claimed = await ctx.transaction((tx) => claimMailings(tx, atOnce));
    if (claimed.length === 0) return;
    await failpoint('letters-claimed');
    const letters = await ctx.transaction((tx) => desk.write(tx, claimed));
    const posted = await Promise.all(claimed.map((one) => post(ctx, one, letters.get(one.id))));
    await failpoint('letters-posted');
    await ctx.transaction((tx) => settle(tx, claimed, posted));
    if (posted.includes('down')) return;
  }
}

const post = (ctx: Ctx, { id }: ClaimedMailing, letter: SendMailOptions | undefined): Promise<Posted | 'dropped'> =>
  letter ? postLetter(ctx.app, id, letter) : Promise.resolve('dropped');

async function settle(
  tx: Tx,
  claimed: readonly ClaimedMailing[],
  posted: readonly (Posted | 'dropped')[],
): Promise<void> {
  const ended = (how: Posted | 'dropped'): ClaimedMailing[] => claimed.filter((_, at) => posted[at] === how);
  const ids = (how: Posted | 'dropped'): string[] => ended(how).map((one) => one.id);
  await noteSent(tx, ids('posted'));
  await noteDropped(tx, ids('dropped'));
  await noteHeld(tx, ids('down'), whenDownSeconds);
  for (const one of ended('later')) await noteLater(tx, one, 'refused');
  for (const one of ended('bounced')) await noteBounce(tx, one.id, 'failed');
}

/** Writes letters: one body for all who get the same, one signing key for each newsletter. */
class LetterDesk {
  readonly #ctx: Ctx;
  readonly #bodies = new Map<string, LetterBody | undefined>();
  readonly #keys = new Map<string, string | undefined>();
  constructor(ctx: Ctx) {
    this.#ctx = ctx;
  }

  /** By the mailing's id; left out: it does not leave. */
  async write(tx: Tx, claimed: readonly ClaimedMailing[]): Promise<Map<string, SendMailOptions>> {
    this.#bodies.clear();
    const letters = new Map<string, SendMailOptions>();
    for (const one of claimed) {
      const body = one.what === 'confirmation' ? await confirmation(tx, one) : await this.#body(tx, one);
      if (body && (one.isActive || one.what === 'confirmation'))
        letters.set(one.id, this.#letter(one, body, await this.#key(tx, one)));
    }
    return letters;
  }

  async #body(tx: Tx, one: ClaimedMailing): Promise<LetterBody | undefined> {
    const key = [one.what, one.language, one.channelId, one.editionId ?? one.storyIds.join(' ')].join(' ');
    if (!this.#bodies.has(key)) this.#bodies.set(key, await letterBody(tx, one));
    return this.#bodies.get(key);
  }

  async #key(tx: Tx, { channelId, settings }: ClaimedMailing): Promise<string | undefined> {
    if (!settings.signs) return undefined;
    if (!this.#keys.has(channelId)) this.#keys.set(channelId, (await openSecrets(tx, channelId))[0]);
    return this.#keys.get(channelId);
  }

  #letter(one: ClaimedMailing, body: LetterBody, privateKey: string | undefined): SendMailOptions {
    const sender = senderOf(this.#ctx, one.settings, one.name);
    const own = (text: string): string => text.replaceAll(tokenMark, one.token);
    const idOf = (id: string): string => `<${id}@${sender.domain}>`;
    return {
      from: { name: sender.name, address: sender.address },
      to: one.email,
      envelope: { from: one.settings.returnTo ?? sender.address, to: one.email },
      subject: body.subject,
      text: own(body.text),
      html: own(body.html),
      messageId: idOf(one.id),
      ...(one.follows ? { inReplyTo: idOf(one.follows), references: idOf(one.follows) } : {}),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': one.language,
        'List-Id': `<${one.channelId}.${sender.domain}>`,
        ...(one.what === 'confirmation' ? {} : leaving(this.#ctx, one)),
      },
      ...(privateKey ? { dkim: { domainName: sender.domain, keySelector: dkimSelector, privateKey } } : {}),
    };
  }
}

// RFC 8058: the mail program's own button leaves at once, without a page and without a session.
const leaving = (ctx: Ctx, { token }: ClaimedMailing): Record<string, string> => ({
  'List-Unsubscribe': `<${addressOf(ctx)}/api/v1/unsubscriptions/${token}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

const codeHolds = 3 * 86_400_000;

// A code is made when its letter leaves, and only its hash is kept: whoever reads the database confirms nothing.
async function confirmation(tx: Tx, one: ClaimedMailing): Promise<LetterBody> {
  if (one.isActive) return confirmationBody(tx, one, null);
  const code = randomBytes(18).toString('base64url');
  await tx.named(
    'channels.confirmation-code',
    'update channels.subscribers set code_hash = $3, code_until = $4 where county_id = $1 and id = $2',
    [tx.countyId, one.subscriberId, sha256(code), new Date(tx.ctx.app.clock.now().getTime() + codeHolds)],
  );
  return confirmationBody(tx, one, code);
}
