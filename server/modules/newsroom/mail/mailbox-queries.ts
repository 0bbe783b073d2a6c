import type { Tx } from '#platform/transaction';
import type { MailboxView } from '../contract.ts';

/** The county's mailbox as it is stored. */
export interface MailboxRow {
  readonly enabled: boolean;
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login: string;
  readonly sealedSecret: Buffer;
  readonly folder: string;
  readonly doneFolder: string;
  readonly sectionId: string;
  readonly trust: 'verified' | 'server';
  readonly authority: string;
  readonly version: number;
  readonly uidValidity: string | null;
  readonly lastUid: number;
  readonly strangers: number;
  readonly unverified: number;
  readonly stuckUid: number | null;
  readonly stuckTimes: number;
  readonly lookedAt: Date | null;
  readonly problem: MailboxView['problem'];
}

/** What the mailbox's secret is sealed for. */
export const secretPurpose = 'newsroom.mailbox';

/** The county's mailbox, or undefined. */
export async function mailboxOf(tx: Tx, lock = false): Promise<MailboxRow | undefined> {
  const [row] = await tx.named<MailboxRow>(
    lock ? 'newsroom.mailbox-for-update' : 'newsroom.mailbox',
    `select enabled, host, port, security, login, sealed_secret as "sealedSecret", folder, done_folder as "doneFolder", section_id as "sectionId", trust, authority, version,
       uid_validity as "uidValidity", last_uid as "lastUid", strangers, unverified, stuck_uid as "stuckUid", stuck_times as "stuckTimes", looked_at as "lookedAt", problem
       from newsroom.mailboxes where county_id = $1${lock ? ' for update' : ''}`,
    [tx.countyId],
  );
  return row;
}

/** Whether the county has a mailbox that the program looks through: reports on returned letters of its own are read there alone. */
export const isMailRead = async (tx: Tx): Promise<boolean> => (await mailboxOf(tx))?.enabled ?? false;

/** Notes how far the folder has been looked through, and what was passed by. */
export const noteSeen = (
  tx: Tx,
  seen: { uidValidity: string; uid: number; strangers?: number; unverified?: number },
): Promise<unknown> =>
  tx.named(
    'newsroom.note-seen',
    `update newsroom.mailboxes set uid_validity = $2, last_uid = case when uid_validity is distinct from $2 then $3 else greatest(last_uid, $3) end,
       strangers = strangers + $4, unverified = unverified + $5, stuck_uid = null, stuck_times = 0 where county_id = $1`,
    [tx.countyId, seen.uidValidity, seen.uid, seen.strangers ?? 0, seen.unverified ?? 0],
  );

/** Notes a letter at which the reading failed; answers how often it has by now. */
export async function noteStuck(tx: Tx, uid: number): Promise<number> {
  const [row] = await tx.named<{ times: number }>(
    'newsroom.note-stuck',
    `update newsroom.mailboxes set stuck_times = case when stuck_uid = $2 then stuck_times + 1 else 1 end, stuck_uid = $2 where county_id = $1 returning stuck_times as times`,
    [tx.countyId, uid],
  );
  return row?.times ?? 0;
}

/** Notes that the mailbox was looked at, and what went wrong if anything did. */
export const noteLook = (tx: Tx, problem: MailboxView['problem']): Promise<unknown> =>
  tx.named('newsroom.note-look', 'update newsroom.mailboxes set looked_at = $2, problem = $3 where county_id = $1', [
    tx.countyId,
    tx.at,
    problem,
  ]);
