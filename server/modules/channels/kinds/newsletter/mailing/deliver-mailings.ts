import { randomBytes } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { sha256 } from '#platform/canonical';
import { addressOf } from '#platform/county-address';
import { failpoint } from '#platform/failpoints';
import type { Ctx, Tx } from '#platform/transaction';
import { openSecrets } from '../../../channel/secrets.ts';
import { dkimHeaders, dkimSelector } from '../dkim.ts';
import { confirmationBody, letterBody } from '../letter/letter-body.ts';
import type { LetterBody, ToldLetter } from '../letter/letter-body.ts';
import { LetterTemplate } from '../letter/letter-template.ts';
import type { Own, Written } from '../letter/letter-template.ts';
import { postLetter } from '../letter/post-letter.ts';
import type { Posted } from '../letter/post-letter.ts';
import { senderOf } from '../letter/sender.ts';
import { noteBounce } from '../subscriber/note-bounce.ts';
import { claimMailings, noteDropped, noteHeld, noteLater, noteSent, noteTold } from './mailing-queries.ts';
import type { ClaimedMailing } from './mailing-queries.ts';

/** So many letters are in memory at once, whatever the number of receivers. */
const atOnce = 400;
/** A turn ends after this long, so that other counties have theirs. */
const turnMilliseconds = 20_000;
const whenDownSeconds = 60;

/** Hands the letters that are due to the mail server, the first planned first. What many get alike is rendered and encoded once. */
export async function deliverMailings(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const end = performance.now() + turnMilliseconds;
  const desk = new LetterDesk(ctx);
  while (!signal.aborted && performance.now() < end) {
    const claimed = await ctx.transaction((tx) => claimMailings(tx, atOnce));
    if (claimed.length === 0) return;
    await failpoint('letters-claimed');
    const letters = await desk.write(claimed);
    const posted = await Promise.all(claimed.map((one) => post(ctx, one, letters.get(one.id)?.mail)));
    await failpoint('letters-posted');
    await ctx.transaction((tx) => settle(tx, claimed, letters, posted));
    if (posted.includes('down')) return;
  }
}

/** A letter to one receiver, and the stories that are in it. */
interface Letter {
  readonly mail: SendMailOptions;
  readonly storyIds: readonly string[];
}

const post = (ctx: Ctx, { id }: ClaimedMailing, letter: SendMailOptions | undefined): Promise<Posted | 'dropped'> =>
  letter ? postLetter(ctx.app, id, letter) : Promise.resolve('dropped');

async function settle(
  tx: Tx,
  claimed: readonly ClaimedMailing[],
  letters: ReadonlyMap<string, Letter>,
  posted: readonly (Posted | 'dropped')[],
): Promise<void> {
  const ended = (how: Posted | 'dropped'): ClaimedMailing[] => claimed.filter((_, at) => posted[at] === how);
  const ids = (how: Posted | 'dropped'): string[] => ended(how).map((one) => one.id);
  await noteSent(tx, ids('posted'));
  const shorter = ended('posted').filter((one) => (letters.get(one.id)?.storyIds.length ?? 0) < one.storyIds.length);
  const byStories = Map.groupBy(shorter, (one) => letters.get(one.id)?.storyIds ?? []);
  for (const [storyIds, group] of byStories)
    await noteTold(
      tx,
      group.map((one) => one.id),
      storyIds,
    );
  await noteDropped(tx, ids('dropped'));
  await noteHeld(tx, ids('down'), whenDownSeconds);
  for (const one of ended('later')) await noteLater(tx, one, 'refused');
  for (const [at, one] of claimed.entries()) {
    const how = posted[at];
    if (typeof how === 'object') await noteBounce(tx, one.id, 'failed', how.bounced);
  }
}

/** What many get alike. */
interface Told {
  readonly template: LetterTemplate;
  readonly storyIds: readonly string[];
}

/** Writes letters: one template for all who get the same, one signing key for each newsletter. */
class LetterDesk {
  readonly #ctx: Ctx;
  readonly #templates = new Map<string, Told | null>();
  readonly #keys = new Map<string, string | undefined>();
  constructor(ctx: Ctx) {
    this.#ctx = ctx;
  }

  /** By the mailing's id; left out: it does not leave. */
  async write(claimed: readonly ClaimedMailing[]): Promise<Map<string, Letter>> {
    // Anew for each batch: a text may be corrected between two.
    this.#templates.clear();
    const letters = new Map<string, Letter>();
    for (const one of claimed) {
      const told = await this.#told(one);
      if (told && (one.isActive || one.what === 'confirmation'))
        letters.set(one.id, {
          mail: this.#letter(one, told.template, this.#keys.get(one.channelId)),
          storyIds: told.storyIds,
        });
    }
    return letters;
  }

  async #told(one: ClaimedMailing): Promise<Told | null> {
    if (one.what === 'confirmation')
      return this.#make(one, async (tx) => ({ body: await confirmation(tx, one), storyIds: [] }));
    const about = one.editionId ?? one.storyIds.join(' ');
    const key = [one.what, one.tag, one.channelId, about, one.follows !== null].join(' ');
    const known = this.#templates.get(key);
    if (known !== undefined) return known;
    const told = await this.#make(one, (tx) => letterBody(tx, one));
    this.#templates.set(key, told);
    return told;
  }

  // Reading is a transaction; encoding is not, as it takes its time.
  async #make(one: ClaimedMailing, read: (tx: Tx) => Promise<ToldLetter | undefined>): Promise<Told | null> {
    const letter = await this.#ctx.transaction(async (tx) => {
      if (one.settings.signs && !this.#keys.has(one.channelId))
        this.#keys.set(one.channelId, (await openSecrets(tx, one.channelId))[0]);
      return read(tx);
    });
    if (!letter) return null;
    const template = await LetterTemplate.of((own) => written(this.#ctx, one, letter.body, own));
    return { template, storyIds: letter.storyIds };
  }

  #letter(one: ClaimedMailing, template: LetterTemplate, privateKey: string | undefined): SendMailOptions {
    const sender = senderOf(this.#ctx, one.settings, one.name);
    return {
      envelope: { from: one.settings.returnTo ?? sender.address, to: one.email },
      raw: template.filledFor({ token: one.token, to: one.email, id: one.id, follows: one.follows ?? '' }),
      ...(privateKey
        ? { dkim: { domainName: sender.domain, keySelector: dkimSelector, privateKey, headerFieldNames: dkimHeaders } }
        : {}),
    };
  }
}

/** A letter as it is encoded, with what stands for each receiver's own. */
function written(ctx: Ctx, one: ClaimedMailing, body: LetterBody, own: Own): Written {
  const sender = senderOf(ctx, one.settings, one.name);
  const idOf = (id: string): string => `<${id}@${sender.domain}>`;
  return {
    from: { name: sender.name, address: sender.address },
    to: own.to,
    ...body,
    messageId: idOf(own.id),
    ...(one.follows ? { inReplyTo: idOf(own.follows), references: idOf(own.follows) } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': one.tag,
      'List-Id': `<${one.channelId}.${sender.domain}>`,
      ...(one.what === 'confirmation' ? {} : leaving(ctx, own)),
    },
  };
}

// RFC 8058: the mail program's own button leaves at once, without a page and without a session.
const leaving = (ctx: Ctx, { token }: Own): Record<string, string> => ({
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
