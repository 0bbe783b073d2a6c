import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import type { Ctx, Tx } from '#platform/transaction';
import type { Reconciliation, ReconciliationResult } from '../contract.ts';
import { plainWords } from '../plain-words.ts';
import { nationalEntries } from './entries-for-national.ts';
import type { NationalEntry } from './entries-for-national.ts';

/** Takes in what the national system answered about the entries of a period, and says what is alike, what differs, what it lacks and what it has that we do not. Nothing of the ledger changes; each answer is written down, and certificates say by it what the national system has. */
export async function reconcileHours(ctx: Ctx, actor: Actor, request: Reconciliation): Promise<ReconciliationResult> {
  return ctx.transaction(async (tx) => {
    const entries = new Map((await nationalEntries(tx, actor, request)).map((one) => [one.hourId, one]));
    const result: ReconciliationResult = { matched: 0, differing: [], missing: [], unknown: [] };
    const answered = new Set<string>();
    for (const { hourId, reference, minutes } of request.rows) {
      const own = entries.get(hourId);
      if (!own || answered.has(hourId)) {
        result.unknown.push({ hourId, reference });
        continue;
      }
      answered.add(hourId);
      const matches = own.minutes === minutes;
      await noteAnswer(tx, actor, { hourId, reference, minutes, matches });
      if (matches) result.matched += 1;
      else result.differing.push({ ...lineOf(own), theirs: minutes, reference });
    }
    for (const own of entries.values())
      if (!answered.has(own.hourId)) result.missing.push({ ...lineOf(own), theirs: null, reference: '' });
    await audit(tx, actor, {
      act: 'hours.reconcile',
      noun: 'hours',
      subjectId: actor.id,
      detail: { from: request.from, until: request.until, count: request.rows.length, matched: result.matched },
    });
    return result;
  });
}

const lineOf = (one: NationalEntry) => ({
  hourId: one.hourId,
  number: one.number,
  service: plainWords(one.service),
  minutes: one.minutes,
});

const noteAnswer = (
  tx: Tx,
  actor: Actor,
  one: { hourId: string; reference: string; minutes: number; matches: boolean },
): Promise<unknown> =>
  tx.named(
    'volunteering.note-national',
    'insert into volunteering.national_records (county_id, id, hour_id, reference, minutes, matches, checked_by, checked_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      tx.countyId,
      newId<'national-record'>(),
      one.hourId,
      one.reference,
      one.minutes,
      one.matches,
      JSON.stringify(actorRow(actor)),
      tx.at,
    ],
  );
