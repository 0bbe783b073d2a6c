import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { begin } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { momentsAt } from '../roster/shift-queries.ts';
import { ideaChanged } from './idea-events.ts';
import { beginAssignment } from './add-assignment.ts';
import { storePlaces } from './propose-idea.ts';
import { daysAfter } from '#platform/recurrence-rule';
import type { Recurrence, Template } from './recurrence-queries.ts';
import { ideaStates } from './states.ts';
import type { StoredWindow } from './window.ts';

/** So far ahead every date of a rule has its idea: what is planned later is planned by the rule alone. */
export const aheadDays = 60;

/** When the ideas of some days are, by their recurrence: in the order of the days. */
export async function windowsOn(tx: Tx, template: Template, days: readonly string[]): Promise<StoredWindow[]> {
  const lasts = days.map((day) => daysAfter(day, template.days - 1));
  const { startsTime, endsTime } = template;
  const [starts, ends] = await together(
    startsTime ? momentsAt(tx, days, startsTime) : Promise.resolve([]),
    endsTime ? momentsAt(tx, lasts, endsTime) : Promise.resolve([]),
  );
  return days.map((day, at) => ({
    fromOn: day,
    untilOn: startsTime && !endsTime ? day : (lasts[at] ?? day),
    startsAt: starts[at] ?? null,
    endsAt: ends[at] ?? null,
  }));
}

/** Makes the ideas of a recurrence on some days, each with the assignments it begins with. */
export async function makeOccurrences(
  tx: Tx,
  actor: Actor,
  recurrence: Recurrence,
  days: readonly string[],
): Promise<void> {
  const windows = await windowsOn(tx, recurrence, days);
  for (const [at, day] of days.entries()) {
    const id = newId<'idea'>();
    const window = windows[at];
    await tx.named(
      'newsroom.make-occurrence',
      `insert into newsroom.ideas (county_id, id, state, title, note, section_id, place_id, proposed_by, from_on, until_on, starts_at, ends_at, version, created_at, updated_at, recurrence_id, recurs_on)
       values ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12, $13, $14)`,
      [
        tx.countyId,
        id,
        recurrence.title,
        recurrence.note,
        recurrence.sectionId,
        recurrence.placeIds[0],
        recurrence.proposedBy,
        window?.fromOn ?? day,
        window?.untilOn ?? day,
        window?.startsAt ?? null,
        window?.endsAt ?? null,
        tx.at,
        recurrence.id,
        day,
      ],
    );
    await storePlaces(tx, id, recurrence.placeIds);
    await begin(tx, ideaStates, id, { by: actor });
    await emit(tx, ideaChanged, actor, { ideaId: id, version: 1 });
    for (const kind of recurrence.kinds) await beginAssignment(tx, actor, { ideaId: id, kind });
  }
}
