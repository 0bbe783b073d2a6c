import { createHash } from 'node:crypto';
import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { CalendarPreview } from '../contract.ts';
import { proposeIdea } from './propose-idea.ts';
import { readIcs } from './read-ics.ts';
import type { IcsEvent } from './read-ics.ts';

const day = 86_400_000;
/** How far a calendar is read: what is over a day ago or more than this many days ahead makes no idea. */
const aheadDays = 120;

/** What a calendar file would bring: each event between yesterday and four months ahead, and whether it is an idea already. Changes nothing. Refuses: NotACalendar, CalendarTooLarge (422). */
export async function previewCalendar(ctx: Ctx, actor: Actor, request: { ics: string }): Promise<CalendarPreview> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'idea.propose');
    const events = eventsOf(tx, request.ics);
    const known = await knownIdeas(tx, events);
    return {
      items: events.map((event) => ({
        key: event.key,
        title: event.title,
        place: event.place,
        startsAt: 'startsAt' in event.when ? event.when.startsAt.toISOString() : null,
        fromOn: 'fromOn' in event.when ? event.when.fromOn : null,
        untilOn: 'fromOn' in event.when ? event.when.untilOn : null,
        isThere: known.has(ideaIdOf(tx, event.key)),
      })),
    };
  });
}

/** Makes ideas of the chosen events of a calendar file; one that is an idea already, from whomever, is left as it is. Answers how many were made. Refuses: NotACalendar, CalendarTooLarge (422); Forbidden (403) for places where the asker does not work. */
export async function importCalendar(
  ctx: Ctx,
  actor: Actor,
  request: { ics: string; keys: readonly string[]; placeIds?: readonly string[] | undefined },
): Promise<{ made: number; there: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'idea.propose');
    const chosen = eventsOf(tx, request.ics).filter(({ key }) => request.keys.includes(key));
    // Two who bring the same file at once come one after the other.
    await tx.named('newsroom.import-lock', 'select pg_advisory_xact_lock(771013, $1)', [tx.countyId]);
    const known = await knownIdeas(tx, chosen);
    const fresh = chosen.filter(({ key }) => !known.has(ideaIdOf(tx, key)));
    for (const event of fresh)
      await proposeIdea(ctx, actor, {
        id: ideaIdOf(tx, event.key),
        title: event.title,
        note: [event.place, event.note].filter(Boolean).join('\n').slice(0, 4_000),
        placeIds: request.placeIds,
        ...event.when,
      });
    return { made: fresh.length, there: chosen.length - fresh.length };
  });
}

function eventsOf(tx: Tx, ics: string): IcsEvent[] {
  const from = new Date(tx.at.getTime() - day);
  const events = readIcs(ics, tx.ctx.county.timeZone, from, new Date(tx.at.getTime() + aheadDays * day));
  return [...new Map(events.map((event) => [event.key, event])).values()];
}

// The id says which event of which calendar an idea is: the same file again makes the same id, and so no second idea. The form is that of RFC 9562, version 8.
function ideaIdOf(tx: Tx, key: string): string {
  const hex = createHash('sha256').update(`ics ${tx.countyId} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function knownIdeas(tx: Tx, events: readonly IcsEvent[]): Promise<Set<string>> {
  const rows = await tx.named<{ id: string }>(
    'newsroom.known-ideas',
    'select id from newsroom.ideas where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, events.map(({ key }) => ideaIdOf(tx, key))],
  );
  return new Set(rows.map(({ id }) => id));
}
