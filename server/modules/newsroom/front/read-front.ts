import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { displayNames } from '#people';
import { rootPlace } from '#places';
import type { FrontView, PlacementView } from '../contract.ts';
import { sectionById } from '../section/section-queries.ts';
import type { Section } from '../section/section-queries.ts';
import { frontTeasers } from './front-teasers.ts';
import { livePlacements, pastPlacements, slotCount } from './placement-queries.ts';
import type { Placement } from './placement-queries.ts';

/** A front as editors see it: what stands in each place and why, what will come, what was. Refuses: NotFound (404) for an unknown section. */
export async function readFront(ctx: Ctx, actor: Actor, sectionId: string | undefined): Promise<FrontView> {
  return ctx.transaction(async (tx) => {
    const section = sectionId ? await sectionById(tx, sectionId) : null;
    must(tx, actor, 'front.arrange', { placeId: rootPlace(tx).id, unitId: section?.unitId ?? null });
    const live = await livePlacements(tx, section?.id ?? null);
    const past = await pastPlacements(tx, section?.id ?? null, 50);
    const view = await viewsOf(tx, [...live, ...past]);
    return {
      section: section && { id: section.id, slug: section.slug, name: section.name },
      slots: await slotsOf(tx, section, live, view),
      coming: live.filter((one) => one.fromAt > tx.at).map(view),
      past: past.map(view),
    };
  });
}

async function slotsOf(
  tx: Tx,
  section: Section | null,
  live: readonly Placement[],
  view: (one: Placement) => PlacementView,
): Promise<FrontView['slots']> {
  const { slots } = await frontTeasers(tx, tx.ctx.language, { sectionId: section?.id ?? null, fill: slotCount });
  return slots.map(({ slot, shown, placementId }) => {
    const placement = live.find((one) => one.id === placementId);
    return {
      slot,
      story: shown ? { id: shown.id, title: shown.teaser.title, slug: shown.teaser.slug } : null,
      placement: placement ? view(placement) : null,
    };
  });
}

async function viewsOf(tx: Tx, all: readonly Placement[]): Promise<(one: Placement) => PlacementView> {
  const names = await displayNames(tx, [
    ...new Set(all.flatMap((one) => [one.placedBy, ...(one.removedBy ? [one.removedBy] : [])])),
  ]);
  const person = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
  return (one) => ({
    id: one.id,
    slot: one.slot,
    story: { id: one.storyId, title: one.title, slug: one.slug },
    fromAt: one.fromAt.toISOString(),
    untilAt: one.untilAt?.toISOString() ?? null,
    placedBy: person(one.placedBy),
    placedAt: one.placedAt.toISOString(),
    removedBy: one.removedBy ? person(one.removedBy) : null,
    removedAt: one.removedAt?.toISOString() ?? null,
    standing: isOver(one, tx.at) ? 'over' : one.fromAt > tx.at ? 'later' : 'now',
  });
}

const isOver = (one: Placement, at: Date): boolean =>
  one.removedAt !== null || (one.untilAt !== null && one.untilAt <= at);
