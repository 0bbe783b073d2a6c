import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { rootPlace } from '#places';
import { frontArranged } from '../events.ts';
import { sectionById } from '../section/section-queries.ts';
import { storyById } from '../story/story-queries.ts';
import { placementForUpdate, standingPlacements } from './placement-queries.ts';
import type { Placement } from './placement-queries.ts';

/** A story to put on a front. */
export interface NewPlacement {
  /** Null: the county's front page. */
  section: string | null;
  /** 1 to 4; 1 is the head of the page. */
  slot: number;
  storyId: string;
  /** Left out: from now. */
  fromAt?: Date | undefined;
  /** Null: until somebody takes it away. */
  untilAt: Date | null;
}

/** Puts a published story on a front for a time. Of several in one place the one that began last is shown; when it is over, the other stands there again. Refuses: NotPublished (409), NotInSection (422), BadRequest (400) for a time that is over before it begins, NotFound (404). */
export async function placeStory(ctx: Ctx, actor: Actor, request: NewPlacement): Promise<string> {
  return ctx.transaction(async (tx) => {
    await mustArrange(tx, actor, request.section);
    const story = await storyById(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    if (story.publicState !== 'published') refuse('NotPublished', { storyId: story.id });
    // Readers of another language are shown its translation by themselves.
    if (story.translationOf) refuse('NotInSection', {}, [{ path: '/storyId', code: 'invalid_value' }]);
    if (request.section && story.sectionId !== request.section)
      refuse('NotInSection', {}, [{ path: '/storyId', code: 'invalid_value' }]);
    const fromAt = request.fromAt && request.fromAt > tx.at ? request.fromAt : tx.at;
    if (request.untilAt && request.untilAt <= fromAt)
      refuse('BadRequest', {}, [{ path: '/untilAt', code: 'invalid_value' }]);
    return insert(tx, actor, { ...request, fromAt }, 'front.place');
  });
}

/** Takes a placement away; the row stays as history. Once it is away, another asking changes nothing. Refuses: NotFound (404). */
export async function removePlacement(ctx: Ctx, actor: Actor, id: string): Promise<Placement> {
  return ctx.transaction(async (tx) => {
    const placement = found(await placementForUpdate(tx, id));
    await mustArrange(tx, actor, placement.sectionId);
    if (placement.removedAt === null) {
      await close(tx, actor, placement);
      await arranged(tx, actor, placement, 'front.remove');
    }
    return placement;
  });
}

/** Moves a placement to another place, where it changes places with what stands there, or gives it another end. Refuses: NotFound (404) for one that was taken away meanwhile; BadRequest (400) for an end that has passed. */
export async function changePlacement(
  ctx: Ctx,
  actor: Actor,
  request: { id: string; slot?: number | undefined; untilAt?: Date | null | undefined },
): Promise<Placement> {
  return ctx.transaction(async (tx) => {
    const placement = found(await placementForUpdate(tx, request.id));
    await mustArrange(tx, actor, placement.sectionId);
    found(placement.removedAt === null ? true : undefined);
    const untilAt = request.untilAt === undefined ? placement.untilAt : request.untilAt;
    const slot = request.slot ?? placement.slot;
    const fromAt = placement.fromAt > tx.at ? placement.fromAt : tx.at;
    if (untilAt && untilAt <= fromAt) refuse('BadRequest', {}, [{ path: '/untilAt', code: 'invalid_value' }]);
    if (slot !== placement.slot) {
      const standing = (await standingPlacements(tx, placement.sectionId, tx.at)).get(slot);
      // Locked, for somebody may take it away at the same moment: what is away does not come back by a move.
      const other = standing && (await placementForUpdate(tx, standing.id));
      // What stands there gives way only to what stands as well: one that comes later changes nothing today.
      if (other?.removedAt === null && placement.fromAt <= tx.at)
        await again(tx, actor, other, { slot: placement.slot });
    }
    await again(tx, actor, placement, { slot, untilAt });
    return placement;
  });
}

async function again(
  tx: Tx,
  actor: Actor,
  placement: Placement,
  change: { slot: number; untilAt?: Date | null },
): Promise<void> {
  await close(tx, actor, placement);
  const fromAt = placement.fromAt > tx.at ? placement.fromAt : tx.at;
  await insert(
    tx,
    actor,
    { section: placement.sectionId, storyId: placement.storyId, untilAt: placement.untilAt, ...change, fromAt },
    'front.move',
  );
}

const mustArrange = async (tx: Tx, actor: Actor, sectionId: string | null): Promise<void> =>
  must(tx, actor, 'front.arrange', {
    placeId: rootPlace(tx).id,
    unitId: sectionId ? (await sectionById(tx, sectionId)).unitId : null,
  });

async function close(tx: Tx, actor: Actor, placement: Placement): Promise<void> {
  await tx.named(
    'newsroom.close-placement',
    'update newsroom.placements set removed_by = $3, removed_at = $4 where county_id = $1 and id = $2 and removed_at is null',
    [tx.countyId, placement.id, actor.id, tx.at],
  );
}

async function insert(
  tx: Tx,
  actor: Actor,
  one: Required<Omit<NewPlacement, 'fromAt'>> & { fromAt: Date },
  act: 'front.place' | 'front.move',
): Promise<string> {
  const id = newId<'placement'>();
  await tx.named(
    'newsroom.place-on-front',
    'insert into newsroom.placements (county_id, id, section_id, slot, story_id, from_at, until_at, placed_by, placed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.countyId, id, one.section, one.slot, one.storyId, one.fromAt, one.untilAt, actor.id, tx.at],
  );
  await arranged(tx, actor, { sectionId: one.section, storyId: one.storyId, slot: one.slot }, act);
  return id;
}

async function arranged(
  tx: Tx,
  actor: Actor,
  one: { sectionId: string | null; storyId: string; slot: number },
  act: 'front.place' | 'front.move' | 'front.remove',
): Promise<void> {
  await emit(tx, frontArranged, actor, { storyId: one.storyId, sectionId: one.sectionId });
  await audit(tx, actor, { act, noun: 'story', subjectId: one.storyId, detail: { slot: one.slot } });
}
