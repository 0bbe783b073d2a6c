import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { refuse } from '#platform/refuse';
import { countApart, countOf } from '#platform/throttles';
import { openCtx } from '#platform/transaction';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from '../order/order-queries.ts';
import { replyOf, spoken } from '../order/passphrase.ts';
import { degreesOfVisit } from './degrees-of-visit.ts';
import { lateDays, skewMinutes, timeOfCode } from './visit-code.ts';
import type { VisitRow } from './visit-queries.ts';

/** What the person served said or showed at the door, or the phone found. */
export interface Shown {
  readonly word?: string | undefined;
  readonly code?: string | undefined;
  /** Their own phone found that the place is near. */
  readonly near?: true | undefined;
}

/** How it was shown, and when that was: a code tells its own time, whatever the phone's clock says. */
export interface Presence {
  readonly proof: 'word' | 'code' | 'near' | 'wrong' | null;
  readonly at: Date;
}

const tries = 5;
const minute = 60_000;

/** Judges what was said or shown at the door, at `at` by the phone's clock. Said just now, a wrong one is refused, so that it can be said again; said without a line and found out later, the arrival stands and is marked: it proves nothing. More than three days late it is not looked at.
 *  Refuses: ProofWrong (422), TooManyRequests (429) after five wrong ones in an hour. Each wrong one is in the audit, never the word itself. */
export async function provePresence(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  visit: VisitRow,
  shown: Shown,
  at: Date,
): Promise<Presence> {
  const late = tx.at.getTime() - at.getTime();
  if (late > lateDays * 86_400_000) return { proof: null, at };
  if (!shown.word && !shown.code) return { proof: shown.near ? await saysNear(tx, order) : null, at };
  const counter = { scope: `volunteering.proof:${visit.id}`, minutes: 60 };
  const { hits, secondsLeft } = await countOf(tx, counter);
  if (hits >= tries) refuse('TooManyRequests', { retryAfterSeconds: secondsLeft });
  const isLate = late > skewMinutes * minute;
  const presence = shown.code
    ? await byCode(tx, visit, shown.code, at, isLate)
    : await byWord(tx, order, shown.word ?? '', at);
  if (presence.proof !== 'wrong') return presence;
  await countApart(tx.ctx, counter);
  if (isLate) await noteWrong(tx, actor, order, visit, shown);
  else await refuseWrong(tx, actor, order, visit, shown);
  return presence;
}

// Their own word, of which nothing can be checked: it is kept as such, and only where the phone could know the place at all.
const saysNear = async (tx: Tx, order: OrderRow): Promise<'near' | null> =>
  (await degreesOfVisit(tx, order)) ? 'near' : null;

async function byWord(tx: Tx, order: OrderRow, typed: string, at: Date): Promise<Presence> {
  return { proof: spoken(typed) === spoken(await replyOf(tx, order)) ? 'word' : 'wrong', at };
}

// A code read just now must be one of now: an old page would make the visit longer than it was.
async function byCode(tx: Tx, visit: VisitRow, typed: string, at: Date, isLate: boolean): Promise<Presence> {
  const shownAt = await timeOfCode(tx, visit, typed);
  if (!shownAt) return { proof: 'wrong', at };
  const near = Math.abs(at.getTime() - shownAt.getTime()) <= skewMinutes * minute;
  if (near) return { proof: 'code', at };
  return isLate ? { proof: 'code', at: shownAt } : { proof: 'wrong', at };
}

const noteWrong = (tx: Tx, actor: Actor, order: OrderRow, visit: VisitRow, shown: Shown): Promise<void> =>
  audit(tx, actor, {
    act: 'visit.show-wrong',
    noun: 'visit',
    subjectId: visit.id,
    placeId: order.placeId,
    detail: { what: shown.code ? 'code' : 'word' },
  });

// The refusal undoes this transaction: the record of it stands in one of its own.
async function refuseWrong(tx: Tx, actor: Actor, order: OrderRow, visit: VisitRow, shown: Shown): Promise<never> {
  const { app, county, requestId } = tx.ctx;
  await openCtx(app, county, { requestId }).transaction((own) => noteWrong(own, actor, order, visit, shown));
  return refuse('ProofWrong', {}, [{ path: shown.code ? '/code' : '/word', code: 'invalid_value' }]);
}
