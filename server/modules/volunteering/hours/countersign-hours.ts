import type { Actor } from '#platform/actor';
import { audit, toBeSealed } from '#platform/audit';
import { canonicalHash } from '#platform/canonical';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { HourLine } from '../contract.ts';
import { hourForUpdate, oneHourLine } from './hour-queries.ts';

/** A second person vouches for what was typed in later; from now on it counts. Refuses: NotWaiting (409) for what needs no second signature or has it, OwnHours (403), SameHand (403) for whoever recorded it, or typed its visit in, OwnVisit (403) for whoever served in it too. */
export async function countersignHours(ctx: Ctx, actor: Actor, hourId: string): Promise<HourLine> {
  return ctx.transaction(async (tx) => {
    const entry = found(await hourForUpdate(tx, hourId));
    mustSee(tx, actor, 'hours.list', entry);
    must(tx, actor, 'hours.countersign', entry);
    if (!entry.waits) refuse('NotWaiting');
    if (entry.personId === actor.id) refuse('OwnHours');
    if (entry.recordedBy.id === actor.id || entry.typedInBy === actor.id) refuse('SameHand');
    if (entry.servedIds.includes(actor.id)) refuse('OwnVisit');
    await writeSignature(tx, entry.id, actor.id);
    await audit(tx, actor, {
      act: 'hours.countersign',
      noun: 'hours',
      subjectId: entry.id,
      placeId: entry.placeId,
      detail: { minutes: entry.minutes },
    });
    return oneHourLine(tx, actor, entry.id);
  });
}

async function writeSignature(tx: Tx, hourId: string, signedBy: string): Promise<void> {
  const row = {
    county: tx.ctx.county.ledgerNumber,
    id: newId<'hour-signature'>(),
    hourId,
    signedBy,
    signedAt: tx.at.toISOString(),
  };
  const hash = signatureRowHash(row);
  await tx.named(
    'volunteering.countersign',
    'insert into volunteering.hour_signatures (county_id, id, hour_id, signed_by, signed_at, row_hash) values ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, row.id, hourId, signedBy, tx.at, hash],
  );
  toBeSealed(tx, 'hours', row.id, hash);
}

/** SHA-256 over the signature's RFC 8785 form. Times as ISO texts. */
export const signatureRowHash = (row: {
  county: number;
  id: string;
  hourId: string;
  signedBy: string;
  signedAt: string;
}): string => canonicalHash(row);
