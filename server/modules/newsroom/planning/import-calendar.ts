import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { mustSee, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CalendarAct, CalendarPreview } from '../contract.ts';
import { effectsOf, readEvents } from './calendar-effects.ts';
import type { EffectOfEvent, Said } from './calendar-effects.ts';
import { changeIdea } from './change-idea.ts';
import { concludeIdea, reopenIdea } from './conclude-idea.ts';
import type { IdeaRow } from './idea-queries.ts';
import { noteImported } from './imported-events.ts';
import { proposeIdea } from './propose-idea.ts';
import type { IcsEvent } from './read-ics.ts';

/** What a calendar file would bring, event by event. Changes nothing. Refuses: NotACalendar, CalendarTooLarge (422). */
export async function previewCalendar(ctx: Ctx, actor: Actor, request: { ics: string }): Promise<CalendarPreview> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'idea.propose');
    const effects = await effectsOf(tx, actor, await readEvents(tx, request.ics));
    return { items: effects.map(previewOf) };
  });
}

// Of an idea that is another's to change, nothing is told but that it is there.
function previewOf({ ideaId, event, says, effect, idea, people }: EffectOfEvent): CalendarPreview['items'][number] {
  const isSilent = !idea || effect === 'foreign' || effect === 'unchanged';
  return {
    id: ideaId,
    version: idea?.version ?? null,
    ...wordsOf(says),
    place: event.place,
    effect,
    cancelled: event.cancelled,
    people: effect === 'foreign' ? 0 : people,
    here: isSilent ? null : wordsOf(idea),
  };
}

const wordsOf = ({ title, startsAt, fromOn, untilOn }: Said) => ({
  title,
  startsAt: startsAt?.toISOString() ?? null,
  fromOn,
  untilOn,
});

/** Reads a calendar file and answers how one chosen event has its effect: a new one becomes an idea at the places named or where the asker works; one that is an idea takes over what the calendar says, is dropped with it, or opened again. An idea changed here by hand is overwritten only on the version that was seen. What has nothing to do is done.
 *  Refuses: NotACalendar, CalendarTooLarge (422); of an event: NotFound (404) when the file does not hold it, Forbidden (403), StaleVersion (409) when somebody changed the idea meanwhile. */
export async function importCalendar(
  ctx: Ctx,
  actor: Actor,
  request: { ics: string; placeIds?: readonly string[] | undefined },
): Promise<(own: Ctx, by: Actor, act: CalendarAct) => Promise<null>> {
  const events = await ctx.transaction((tx) => {
    mustSomewhere(tx, actor, 'idea.propose');
    return readEvents(tx, request.ics);
  });
  return (own, by, act) =>
    own.transaction(async (tx) => {
      // Two who bring the same file at once come one after the other.
      await tx.named('newsroom.import-lock', 'select pg_advisory_xact_lock(771013, $1)', [tx.countyId]);
      const one = await effectWanted(tx, by, events, act.id);
      await bring(own, tx, by, one, act.version, request.placeIds);
      return null;
    });
}

async function effectWanted(tx: Tx, actor: Actor, events: readonly IcsEvent[], id: string): Promise<EffectOfEvent> {
  return found((await effectsOf(tx, actor, events)).find(({ ideaId }) => ideaId === id));
}

async function bring(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  { ideaId, event, says, effect, idea }: EffectOfEvent,
  version: number | null,
  placeIds: readonly string[] | undefined,
): Promise<void> {
  if (!idea) {
    const made = await proposeIdea(ctx, actor, { id: ideaId, ...says, placeIds });
    return noteImported(tx, made, event);
  }
  if (effect === 'unchanged' || effect === 'older' || effect === 'ended' || effect === 'foreign') return;
  mustBeAsRead(idea.version, version);
  mustSee(tx, actor, 'idea.read', idea);
  await noteImported(tx, await takenOver(ctx, actor, idea, event, says), event);
}

async function takenOver(ctx: Ctx, actor: Actor, idea: IdeaRow, event: IcsEvent, says: Said): Promise<IdeaRow> {
  if (event.cancelled) return concludeIdea(ctx, actor, { ideaId: idea.id, as: 'dropped' });
  if (idea.state !== 'open') await reopenIdea(ctx, actor, { ideaId: idea.id });
  const { title, note, ...window } = says;
  return changeIdea(ctx, actor, { ideaId: idea.id, version: idea.version, title, note, window });
}
