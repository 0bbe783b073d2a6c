import { today } from '#places';
import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import type { Tx } from '#platform/transaction';
import { isMoved } from './change-idea.ts';
import { changeState } from './change-state.ts';
import { endIdea } from './conclude-idea.ts';
import { ideaChanged } from './idea-events.ts';
import { assignmentsOf, ideaById } from './idea-queries.ts';
import { aheadDays, makeOccurrences, windowsOn } from './make-occurrences.ts';
import { storePlaces } from './propose-idea.ts';
import { daysAfter, ruleDays } from '#platform/recurrence-rule';
import { occurrencesFrom, storeMadeUntil } from './recurrence-queries.ts';
import type { Occurrence, Recurrence } from './recurrence-queries.ts';
import { settled, underway } from './states.ts';
import type { StoredWindow } from './window.ts';

/** How many dates were changed, made, dropped, and left as they were because somebody changed them by themselves or is at work on them. */
export interface Followed {
  readonly changed: number;
  readonly made: number;
  readonly dropped: number;
  readonly kept: number;
}

/** Brings the ideas of a recurrence from a day on to what it says now; the named one follows whatever its day, even where it had been changed by itself. Asks nobody. */
export async function followRule(
  tx: Tx,
  actor: Actor,
  recurrence: Recurrence,
  { from, ideaId }: { from: string; ideaId: string },
): Promise<Followed> {
  const until = later(daysAfter(today(tx), aheadDays), recurrence.madeUntil);
  const days = ruleDays(recurrence.rule, recurrence.startsOn, from, until);
  const standing = await occurrencesFrom(tx, recurrence.id, from, ideaId);
  const windows = await windowsOn(
    tx,
    recurrence,
    standing.map(({ recursOn }) => recursOn),
  );
  const counts = { changed: 0, made: 0, dropped: 0, kept: 0 };
  for (const [at, one] of standing.entries()) {
    const isNamed = one.id === ideaId;
    const isWanted = days.includes(one.recursOn) || (isNamed && one.recursOn < from);
    const window = windows[at];
    if (isWanted && window && (one.leftOut || (one.state === 'open' && (isNamed || !one.recursApart)))) {
      await bringBack(tx, actor, one);
      await apply(tx, actor, recurrence, one, window);
      counts.changed += 1;
    } else if (!isWanted && one.state === 'open' && !one.recursApart && (await leaveOut(tx, actor, one)))
      counts.dropped += 1;
    else if (one.state === 'open') counts.kept += 1;
  }
  const there = new Set(standing.map(({ recursOn }) => recursOn));
  // What would have been is not planned any more.
  const missing = days.filter((day) => !there.has(day) && day >= today(tx));
  await makeOccurrences(tx, actor, recurrence, missing);
  await storeMadeUntil(tx, recurrence.id, until);
  return { ...counts, made: missing.length };
}

const later = (a: string, b: string): string => (a > b ? a : b);

async function apply(
  tx: Tx,
  actor: Actor,
  recurrence: Recurrence,
  one: Occurrence,
  window: StoredWindow,
): Promise<void> {
  await tx.named(
    'newsroom.follow-rule',
    `update newsroom.ideas set title = $3, note = $4, section_id = $5, place_id = $6, from_on = $7, until_on = $8, starts_at = $9, ends_at = $10, recurs_apart = false,
            version = version + 1, updated_at = $11 where county_id = $1 and id = $2`,
    [
      tx.countyId,
      one.id,
      recurrence.title,
      recurrence.note,
      recurrence.sectionId,
      recurrence.placeIds[0],
      window.fromOn,
      window.untilOn,
      window.startsAt,
      window.endsAt,
      tx.at,
    ],
  );
  await storePlaces(tx, one.id, recurrence.placeIds);
  const now = await ideaById(tx, one.id);
  await emit(tx, ideaChanged, actor, { ideaId: one.id, version: now.version, moved: isMoved(one, now) });
}

// What was asked of nobody and went with the date comes back with it.
async function bringBack(tx: Tx, actor: Actor, one: Occurrence): Promise<void> {
  if (!one.leftOut) return;
  await endIdea(tx, actor, one, 'open');
  for (const part of await assignmentsOf(tx, one.id))
    if (part.state === 'cancelled' && part.personId === null) await changeState(tx, actor, one, part, 'draft');
}

// Whoever was asked is told; where somebody has said yes or has brought something, the date stays.
async function leaveOut(tx: Tx, actor: Actor, one: Occurrence): Promise<boolean> {
  const parts = await assignmentsOf(tx, one.id);
  if (parts.some(({ state }) => underway.includes(state) || state === 'done')) return false;
  await endIdea(tx, actor, one, 'dropped');
  for (const part of parts) if (!settled.includes(part.state)) await changeState(tx, actor, one, part, 'cancelled');
  await tx.named('newsroom.leave-out', 'update newsroom.ideas set left_out = true where county_id = $1 and id = $2', [
    tx.countyId,
    one.id,
  ]);
  return true;
}
