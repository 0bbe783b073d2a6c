import { actorRow } from './actor.ts';
import type { Actor } from './actor.ts';
import { canonicalHash } from './canonical.ts';
import { newId } from './ids.ts';
import type { LastlyInserted, Tx } from './transaction.ts';

/** What an audit row says. `detail` holds ids, codes and hashes; never names, phones or addresses (the row is kept for ever). */
export interface AuditEntry {
  /** What was done, `noun.verb`: `order.dispatch`, `order.see-address`. */
  act: string;
  noun: string;
  subjectId: string;
  placeId?: string | null;
  detail?: Record<string, unknown>;
}

const auditRows: LastlyInserted = {
  table: 'platform.audit',
  columns: ['id', 'act', 'actor', 'noun', 'subject_id', 'place_id', 'detail', 'at', 'row_hash'],
};
const unsealedRows: LastlyInserted = { table: 'platform.unsealed', columns: ['chain', 'row_id', 'row_hash'] };

/** Writes an audit row in the verb's transaction, with its own hash; the sealer chains it within a second. */
export async function audit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  const row = {
    county: tx.ctx.county.ledgerNumber,
    id: newId<'audit'>(),
    act: entry.act,
    actor: actorRow(actor),
    noun: entry.noun,
    subject: entry.subjectId,
    place: entry.placeId ?? null,
    detail: entry.detail ?? {},
    at: tx.at.toISOString(),
  };
  const hash = auditRowHash(row);
  tx.lastlyInsert(auditRows, [
    row.id,
    row.act,
    JSON.stringify(row.actor),
    row.noun,
    row.subject,
    row.place,
    JSON.stringify(row.detail),
    tx.at,
    hash,
  ]);
  toBeSealed(tx, 'audit', row.id, hash);
  const { app, county } = tx.ctx;
  if (actor.kind !== 'system' && !tx.ctx.retells && app.counties.isHeld(county.id))
    tx.afterCommit(() => app.counties.release(county.id));
}

/** The hash of an audit row: SHA-256 over its RFC 8785 form. */
export const auditRowHash = (row: {
  county: number;
  id: string;
  act: string;
  actor: unknown;
  noun: string;
  subject: string;
  place: string | null;
  detail: unknown;
  at: string;
}): string => canonicalHash(row);

/** Puts a row of another append-only table (hours) on its chain, sealed as the audit is. */
export const toBeSealed = (tx: Tx, chain: string, rowId: string, rowHash: string): void =>
  tx.lastlyInsert(unsealedRows, [chain, rowId, rowHash]);
