import { ImapFlow } from 'imapflow';
import type { FetchMessageObject } from 'imapflow';
import PostalMime from 'postal-mime';
import { systemActor } from '#platform/actor';
import { sha256 } from '#platform/canonical';
import { emit } from '#platform/events';
import { isAllowedInside, judgedWay } from '#platform/outbound/judged-way';
import type { Ctx } from '#platform/transaction';
import { isFromItsDomain } from './authentication-results.ts';
import { knownSender } from './known-sender.ts';
import { isAutomaticSubject, letterHead } from './letter-head.ts';
import { noteSeen, noteStuck, secretPurpose } from './mailbox-queries.ts';
import type { MailboxRow } from './mailbox-queries.ts';
import { letterReturned } from '../events.ts';
import { returnedLetter } from './returned-letter.ts';
import { takeLetter } from './take-letter.ts';

/** What one letter may weigh with everything in it. */
const mostBytes = 25 * 1024 * 1024;
/** In one turn so many heads are looked at and so many letters taken, one after the other; the next turn goes on there. */
const mostHeads = 500;
/** Heads that are asked for at once: a mailbox full of spam costs a few round trips, not one for each letter. */
const headsAtOnce = 50;
/** A report on a letter with pictures brings it back whole; larger ones are no reports that anybody needs. */
const mostReportBytes = 2 * 1024 * 1024;
const mostTaken = 20;
/** Reports are fetched whole, whoever sent them: so many in one turn. */
const mostReports = 20;
const mostMilliseconds = 45_000;
const whatOfAHead = {
  uid: true,
  size: true,
  headers: [
    'from',
    'message-id',
    'authentication-results',
    'content-type',
    'auto-submitted',
    'x-autoreply',
    'x-autorespond',
    'x-auto-reply',
    'precedence',
  ],
};
/** After so many tries a letter at which the reading fails is passed over. */
const mostTries = 5;

/** One turn at the mailbox: from where the last one stopped, within what a turn may take. A mailbox on an inner machine is looked through where whoever runs the installation allows it (ADR 36). Throws what breaks the connection, and OutboundFailure. */
export async function lookThrough(ctx: Ctx, mailbox: MailboxRow, signal: AbortSignal): Promise<void> {
  const isAllowed = isAllowedInside(ctx.app.settings.innerHosts ?? [], mailbox.host, mailbox.port);
  const secret = await ctx.app.keys.unseal(secretPurpose, mailbox.sealedSecret);
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.security === 'tls',
    doSTARTTLS: mailbox.security === 'starttls',
    auth: { user: mailbox.login, pass: secret.toString('utf8') },
    logger: false,
    // Reaches the socket as it is, with TLS and without.
    tls: { lookup: judgedWay(mailbox.host, isAllowed) },
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    maxLiteralSize: mostBytes + 65_536,
    maxResponseSize: mostBytes + 1_048_576,
    maxLineLength: 8_388_608,
  });
  // What breaks the connection also rejects the command in hand; without a listener it would end the process.
  client.on('error', () => undefined);
  const end = setTimeout(() => client.close(), mostMilliseconds);
  const stop = (): void => client.close();
  signal.addEventListener('abort', stop);
  try {
    await client.connect();
    await new Reading(ctx, mailbox, client).run();
    await client.logout();
  } finally {
    clearTimeout(end);
    signal.removeEventListener('abort', stop);
    client.close();
  }
}

class Reading {
  readonly #ctx: Ctx;
  readonly #mailbox: MailboxRow;
  readonly #client: ImapFlow;
  #uidValidity = '';
  #doneIsThere = false;
  /** How many letters that call themselves reports were fetched. */
  #reports = 0;
  /** Letters that were passed over and are not noted yet. */
  #passed = { uid: 0, strangers: 0, unverified: 0 };
  constructor(ctx: Ctx, mailbox: MailboxRow, client: ImapFlow) {
    this.#ctx = ctx;
    this.#mailbox = mailbox;
    this.#client = client;
  }

  async run(): Promise<void> {
    const lock = await this.#client.getMailboxLock(this.#mailbox.folder);
    try {
      const open = this.#client.mailbox;
      if (!open) return;
      this.#uidValidity = String(open.uidValidity);
      // Another UIDVALIDITY: the numbers begin anew (RFC 3501 §2.3.1.1); what was taken is known by its key.
      const from = this.#uidValidity === this.#mailbox.uidValidity ? this.#mailbox.lastUid : 0;
      const uids = (await this.#client.search({ uid: `${from + 1}:*` }, { uid: true })) || [];
      // "n:*" always names the last letter, also where it is older.
      const fresh = uids.filter((uid) => uid > from).toSorted((a, b) => a - b);
      await this.#readAll(fresh.slice(0, mostHeads));
    } finally {
      lock.release();
    }
  }

  async #readAll(uids: readonly number[]): Promise<void> {
    let taken = 0;
    let heads: ReadonlyMap<number, FetchMessageObject> = new Map();
    for (const [at, uid] of uids.entries()) {
      if (taken >= mostTaken || this.#reports >= mostReports) break;
      if (at % headsAtOnce === 0) {
        // A turn that is cut off by its time goes on here, not at its beginning.
        await this.#note();
        heads = await this.#headsOf(uids.slice(at, at + headsAtOnce));
      }
      try {
        if (await this.#readOne(uid, heads.get(uid))) taken += 1;
      } catch (error) {
        await this.#note();
        if (!this.#client.usable) throw error;
        const times = await this.#ctx.transaction((tx) => noteStuck(tx, uid));
        if (times < mostTries) throw error;
        this.#ctx.app.log.error('a letter is passed over', { error: error instanceof Error ? error : undefined });
        await this.#seen(uid);
      }
    }
    await this.#note();
  }

  // Where one of them cannot be read, each is asked for by itself: only that one is stuck.
  async #headsOf(uids: readonly number[]): Promise<ReadonlyMap<number, FetchMessageObject>> {
    try {
      const heads = await this.#client.fetchAll(uids.join(','), whatOfAHead, { uid: true });
      return new Map(heads.map((head) => [head.uid, head]));
    } catch (error) {
      if (!this.#client.usable) throw error;
      return new Map();
    }
  }

  /** True when it was somebody's who may hand it in. */
  async #readOne(uid: number, known: FetchMessageObject | undefined): Promise<boolean> {
    const head = known ?? (await this.#client.fetchOne(String(uid), whatOfAHead, { uid: true }));
    if (!head || !head.headers) return this.#pass(uid);
    const { from, messageId, authenticationResults, isReport, isAutomatic } = letterHead(head.headers);
    if (isReport && (head.size ?? 0) <= mostReportBytes && (await this.#takeReport(uid))) return false;
    // What a program answers is nobody's text; taken, our thanks for it would be answered again, and so on for ever.
    if (isAutomatic) return this.#pass(uid);
    const { sectionId, trust, authority } = this.#mailbox;
    const sender = from ? await this.#ctx.transaction((tx) => knownSender(tx, from, sectionId)) : undefined;
    if (!from || !sender) return this.#pass(uid, 'strangers');
    if (trust === 'verified' && !isFromItsDomain(authenticationResults, authority, from.split('@')[1] ?? ''))
      return this.#pass(uid, 'unverified');
    await this.#note();
    const isTooLarge = (head.size ?? 0) > mostBytes;
    const source = isTooLarge ? null : await this.#source(uid);
    const key = sha256(`${sender.actor.id}\n${messageId ?? (source ? sha256(source) : `${this.#uidValidity} ${uid}`)}`);
    const parsed = source && (await PostalMime.parse(source, { maxNestingDepth: 30, maxHeadersSize: 262_144 }));
    if (isAutomaticSubject(parsed?.subject ?? '')) return this.#pass(uid);
    await takeLetter(this.#ctx, { key, uidValidity: this.#uidValidity, uid, sectionId, sender }, parsed);
    await this.#putAway(uid, isTooLarge);
    await this.#seen(uid);
    return true;
  }

  /** True where it told of a letter of ours: it is put away like what was taken. */
  async #takeReport(uid: number): Promise<boolean> {
    this.#reports += 1;
    const returned = await returnedLetter(await this.#source(uid));
    if (!returned) return false;
    await this.#note();
    await this.#ctx.transaction((tx) => emit(tx, letterReturned, systemActor('mail'), { ...returned }));
    await this.#putAway(uid, false);
    await this.#seen(uid);
    return true;
  }

  async #source(uid: number): Promise<Buffer> {
    const whole = await this.#client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
    if (!whole || !whole.source) throw new Error('the letter is gone');
    return whole.source;
  }

  // What was taken leaves the folder; what is too large stays where somebody can read it.
  async #putAway(uid: number, stays: boolean): Promise<void> {
    if (stays) return;
    const { doneFolder } = this.#mailbox;
    // Answers also where the folder is there already.
    if (!this.#doneIsThere) await this.#client.mailboxCreate(doneFolder);
    this.#doneIsThere = true;
    await this.#client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    if (!(await this.#client.messageMove(String(uid), doneFolder, { uid: true })))
      throw new Error('the letter could not be put away');
  }

  #pass(uid: number, why?: 'strangers' | 'unverified'): false {
    this.#passed.uid = uid;
    if (why) this.#passed[why] += 1;
    return false;
  }

  // Counted with how far the reading came, so that nothing is counted twice. A turn that breaks off before looks at them again.
  async #note(): Promise<void> {
    const { uid, ...passed } = this.#passed;
    if (uid === 0) return;
    this.#passed = { uid: 0, strangers: 0, unverified: 0 };
    await this.#seen(uid, passed);
  }

  #seen(uid: number, passed: { strangers?: number; unverified?: number } = {}): Promise<unknown> {
    return this.#ctx.transaction((tx) => noteSeen(tx, { uidValidity: this.#uidValidity, uid, ...passed }));
  }
}
