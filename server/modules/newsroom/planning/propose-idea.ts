import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOrRefuse, placesOf, rootPlace } from '#places';
import { sectionById } from '../section/section-queries.ts';
import { ideaChanged } from './idea-events.ts';
import { ideaWorkers } from './idea-permissions.ts';
import { ideaById } from './idea-queries.ts';
import type { IdeaRow } from './idea-queries.ts';
import { ideaStates } from './states.ts';
import { windowOf } from './window.ts';
import type { Window } from './window.ts';

/** An idea to note down: one line is enough. */
export interface NewIdea extends Window {
  /** Made on the device; the same id again is the same idea. */
  id?: string | undefined;
  title: string;
  note?: string | undefined;
  sectionId?: string | null | undefined;
  /** Left out or empty: where the proposer works. */
  placeIds?: readonly string[] | undefined;
}

/** 选题: notes an idea down. Only the title is needed; the place is where its proposer works, and the day can come later. With an `id` of theirs that is there already, answers that idea. Refuses: Conflict (409) for an id that is another's; NotFound (404) for a section or place of another county; BadRequest (400) for a window that ends before it begins. */
export async function proposeIdea(ctx: Ctx, actor: Actor, request: NewIdea): Promise<IdeaRow> {
  return ctx.transaction(async (tx) => {
    const section = request.sectionId ? await sectionById(tx, request.sectionId) : undefined;
    const placeIds = placesOrOwn(tx, actor, request.placeIds ?? []);
    must(tx, actor, 'idea.propose', { placeIds, unitId: section?.unitId ?? null });
    const before = request.id && (await ideaMadeAs(tx, actor, request.id));
    if (before) return before;
    const id = request.id ?? newId<'idea'>();
    const window = windowOf(tx, request);
    await tx.named(
      'newsroom.propose-idea',
      `insert into newsroom.ideas (county_id, id, state, title, note, section_id, place_id, proposed_by, from_on, until_on, starts_at, ends_at, version, created_at, updated_at)
       values ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)`,
      [
        tx.countyId,
        id,
        request.title,
        request.note ?? '',
        section?.id ?? null,
        placeIds[0],
        actor.id,
        window.fromOn,
        window.untilOn,
        window.startsAt,
        window.endsAt,
        tx.at,
      ],
    );
    await storePlaces(tx, id, placeIds);
    await begin(tx, ideaStates, id, { by: actor });
    await emit(tx, ideaChanged, actor, { ideaId: id, version: 1 });
    await audit(tx, actor, { act: 'idea.propose', noun: 'idea', subjectId: id, placeId: placeIds[0] ?? null });
    return ideaById(tx, id);
  });
}

// Whoever notes an idea under way is asked for no place: it is that of their own grant, the nearest first.
function placesOrOwn(tx: Tx, actor: Actor, wanted: readonly string[]): string[] {
  const named = [...new Set(wanted.map((id) => placeOrRefuse(tx, id).id))];
  if (named.length > 0) return named;
  const own = actor.grants
    .filter((grant) => (ideaWorkers as readonly string[]).includes(grant.role))
    .map((grant) => placesOf(tx).byId(grant.placeId))
    .filter((place) => place !== undefined)
    .toSorted((a, b) => b.depth - a.depth);
  return [own[0]?.id ?? rootPlace(tx).id];
}

async function ideaMadeAs(tx: Tx, actor: Actor, id: string): Promise<IdeaRow | undefined> {
  const [row] = await tx.named<{ proposer: string }>(
    'newsroom.idea-made-as',
    'select proposed_by as proposer from newsroom.ideas where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  if (!row) return undefined;
  return row.proposer === actor.id ? ideaById(tx, id) : refuse('Conflict');
}

/** Writes where an idea is, in place of what stood there. */
export async function storePlaces(tx: Tx, ideaId: string, placeIds: readonly string[]): Promise<void> {
  await tx.named(
    'newsroom.drop-idea-places',
    'delete from newsroom.idea_places where county_id = $1 and idea_id = $2',
    [tx.countyId, ideaId],
  );
  for (const placeId of placeIds)
    await tx.named(
      'newsroom.add-idea-place',
      'insert into newsroom.idea_places (county_id, idea_id, place_id) values ($1, $2, $3)',
      [tx.countyId, ideaId, placeId],
    );
}
