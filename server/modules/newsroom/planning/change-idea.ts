import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { placeOrRefuse } from '#places';
import { sectionById } from '../section/section-queries.ts';
import { ideaChanged } from './idea-events.ts';
import { ideaById, ideaForUpdate } from './idea-queries.ts';
import type { IdeaRow } from './idea-queries.ts';
import { storePlaces } from './propose-idea.ts';
import { windowOf } from './window.ts';
import type { Window } from './window.ts';

/** What changes about an idea; only what is named. Of the window, all four parts are named together. */
export interface IdeaChange {
  ideaId: string;
  version: number;
  title?: string | undefined;
  note?: string | undefined;
  sectionId?: string | null | undefined;
  placeIds?: readonly string[] | undefined;
  window?: Window | undefined;
}

/** Changes words, section, places or times of an idea; of one that recurs, of this date alone. Refuses: StaleVersion (409) when somebody changed it meanwhile; NotFound (404); BadRequest (400) for no place or a window that ends before it begins. */
export async function changeIdea(ctx: Ctx, actor: Actor, request: IdeaChange): Promise<IdeaRow> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaForUpdate(tx, request.ideaId);
    mustSee(tx, actor, 'idea.read', idea);
    must(tx, actor, 'idea.change', idea);
    mustBeAsRead(idea.version, request.version);
    const sectionId = request.sectionId === undefined ? idea.sectionId : request.sectionId;
    const section = sectionId ? await sectionById(tx, sectionId) : undefined;
    const placeIds = request.placeIds && [...new Set(request.placeIds.map((id) => placeOrRefuse(tx, id).id))];
    // Where it goes, whoever moves it there must be able to propose it.
    if (placeIds || sectionId !== idea.sectionId)
      must(tx, actor, 'idea.propose', { placeIds: placeIds ?? idea.placeIds, unitId: section?.unitId ?? null });
    if (placeIds) await storePlaces(tx, idea.id, placeIds);
    const window = windowOf(tx, request.window ?? idea);
    await tx.named(
      'newsroom.change-idea',
      `update newsroom.ideas set title = $3, note = $4, section_id = $5, place_id = $6, from_on = $7, until_on = $8, starts_at = $9, ends_at = $10, version = version + 1, updated_at = $11, recurs_apart = recurrence_id is not null
        where county_id = $1 and id = $2`,
      [
        tx.countyId,
        idea.id,
        request.title ?? idea.title,
        request.note ?? idea.note,
        sectionId,
        placeIds?.[0] ?? idea.placeIds[0],
        window.fromOn,
        window.untilOn,
        window.startsAt,
        window.endsAt,
        tx.at,
      ],
    );
    const now = await ideaById(tx, idea.id);
    await emit(tx, ideaChanged, actor, { ideaId: idea.id, version: now.version, moved: isMoved(idea, now) });
    await audit(tx, actor, {
      act: 'idea.change',
      noun: 'idea',
      subjectId: idea.id,
      placeId: idea.placeIds[0] ?? null,
      detail: { changed: Object.keys(request).filter((key) => key !== 'ideaId' && key !== 'version') },
    });
    return now;
  });
}

/** Whether whoever goes there must know: it is elsewhere or at another time, or something else is wanted. */
export const isMoved = (before: IdeaRow, now: IdeaRow): boolean =>
  before.note !== now.note ||
  before.fromOn !== now.fromOn ||
  before.untilOn !== now.untilOn ||
  before.startsAt?.getTime() !== now.startsAt?.getTime() ||
  before.endsAt?.getTime() !== now.endsAt?.getTime() ||
  before.placeIds.join() !== now.placeIds.join();
