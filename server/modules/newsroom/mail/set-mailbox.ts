import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { MailboxAnswer, MailboxChange } from '../contract.ts';
import { sectionById } from '../section/section-queries.ts';
import { mailboxOf, secretPurpose } from './mailbox-queries.ts';
import type { MailboxRow } from './mailbox-queries.ts';

const here = ['localhost', '127.0.0.1', '::1'];

/** Sets up the county's mailbox, or changes it. Another folder or server is looked through from its beginning; what was taken is taken no second time.
 *  Refuses: StaleVersion (409), BadRequest (400) for a connection in the clear to another machine, for `verified` without the server's name, and for another server or login without its secret. */
export async function setMailbox(ctx: Ctx, actor: Actor, change: MailboxChange): Promise<MailboxAnswer> {
  const given = change.secret === undefined ? null : await ctx.app.keys.seal(secretPurpose, Buffer.from(change.secret));
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'mailbox.set', { placeId: rootPlace(tx).id });
    const before = await mailboxOf(tx, true);
    mustBeAsRead(before?.version ?? 0, change.version);
    mustBeWhole(change);
    await sectionById(tx, change.sectionId);
    // A secret is sent to the server it was given for and to no other: whoever may change the server does not learn it that way.
    const isSame =
      before?.host === change.host &&
      before.port === change.port &&
      before.login === change.login &&
      before.security === change.security;
    const secret = given ?? (isSame ? before.sealedSecret : wrong('secret', 'required'));
    await store(tx, actor, change, secret, isSame && before.folder === change.folder ? before : undefined);
    await audit(tx, actor, {
      act: 'mailbox.set',
      noun: 'mailbox',
      subjectId: String(tx.countyId),
      detail: { enabled: change.enabled, host: change.host, trust: change.trust, newSecret: given !== null },
    });
    return view(tx);
  });
}

function mustBeWhole(change: MailboxChange): void {
  if (change.security === 'none' && !here.includes(change.host)) wrong('security', 'invalid_value');
  if (change.trust === 'verified' && change.authority === '') wrong('authority', 'required');
  if (change.folder === change.doneFolder) wrong('doneFolder', 'invalid_value');
}

const wrong = (field: string, code: string): never => refuse('BadRequest', {}, [{ path: `/${field}`, code }]);

// `goesOn`: the same folder of the same server; else the reading begins anew.
const store = (
  tx: Tx,
  actor: Actor,
  change: MailboxChange,
  secret: Buffer,
  goesOn: MailboxRow | undefined,
): Promise<unknown> =>
  tx.named(
    'newsroom.set-mailbox',
    `insert into newsroom.mailboxes (county_id, enabled, host, port, security, login, sealed_secret, folder, done_folder, section_id, trust, authority, version, changed_by, changed_at, uid_validity, last_uid)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (county_id) do update set enabled = excluded.enabled, host = excluded.host, port = excluded.port, security = excluded.security, login = excluded.login, sealed_secret = excluded.sealed_secret,
       folder = excluded.folder, done_folder = excluded.done_folder, section_id = excluded.section_id, trust = excluded.trust, authority = excluded.authority, version = excluded.version,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at, uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, problem = null, stuck_uid = null, stuck_times = 0`,
    [
      tx.countyId,
      change.enabled,
      change.host,
      change.port,
      change.security,
      change.login,
      secret,
      change.folder,
      change.doneFolder,
      change.sectionId,
      change.trust,
      change.authority,
      change.version + 1,
      actor.id,
      tx.at,
      goesOn?.uidValidity ?? null,
      goesOn?.lastUid ?? 0,
    ],
  );

/** The county's mailbox without its secret. */
export const seeMailbox = (ctx: Ctx, actor: Actor): Promise<MailboxAnswer> =>
  ctx.transaction(async (tx) => {
    must(tx, actor, 'mailbox.read', { placeId: rootPlace(tx).id });
    return view(tx);
  });

async function view(tx: Tx): Promise<MailboxAnswer> {
  const row = await mailboxOf(tx);
  if (!row) return { mailbox: null };
  const [counts] = await tx.named<{ taken: number; refused: number }>(
    'newsroom.letter-counts',
    `select count(*) filter (where outcome = 'taken')::int as taken, count(*) filter (where outcome = 'refused')::int as refused from newsroom.letters where county_id = $1`,
    [tx.countyId],
  );
  const { sealedSecret: _, uidValidity: _uid, lastUid: _last, stuckUid: _stuck, stuckTimes: _times, ...shown } = row;
  return {
    mailbox: {
      ...shown,
      lookedAt: row.lookedAt?.toISOString() ?? null,
      taken: counts?.taken ?? 0,
      refused: counts?.refused ?? 0,
    },
  };
}
