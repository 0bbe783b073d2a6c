import { z } from 'zod';
import { route } from '#platform/http/route';
import { frontQuery, frontView, newPlacement, placementChange, placementParams } from '../contract.ts';
import { changePlacement, placeStory, removePlacement } from '../front/place-story.ts';
import { readFront } from '../front/read-front.ts';

const none = z.strictObject({});

/** The front page and the heads of sections, as editors arrange them. Every change answers the front as it stands then. */
export const frontRoutes = [
  route({
    method: 'GET',
    path: '/front',
    ability: 'front.arrange',
    summary: 'What stands on the front page or at the head of a section, what will come, who placed what.',
    query: frontQuery,
    answer: frontView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => readFront(ctx, actor, query.section),
  }),
  route({
    method: 'POST',
    path: '/placements',
    ability: 'front.arrange',
    summary: 'Puts a published story in a place of a front, from one time to another.',
    body: newPlacement,
    answer: frontView,
    refuses: ['NotFound', 'NotPublished', 'NotInSection'],
    handle: ({ ctx, actor, body }) =>
      ctx.transaction(async () => {
        const fromAt = body.fromAt === undefined ? undefined : new Date(body.fromAt);
        await placeStory(ctx, actor, {
          ...body,
          fromAt,
          untilAt: body.untilAt === null ? null : new Date(body.untilAt),
        });
        return readFront(ctx, actor, body.section ?? undefined);
      }),
  }),
  route({
    method: 'PATCH',
    path: '/placements/:id',
    ability: 'front.arrange',
    summary: 'Moves a story to another place of its front, changing places with what stands there, or changes its end.',
    params: placementParams,
    body: placementChange,
    answer: frontView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async () => {
        const untilAt = body.untilAt ? new Date(body.untilAt) : (body.untilAt as null | undefined);
        const placement = await changePlacement(ctx, actor, { id: params.id, slot: body.slot, untilAt });
        return readFront(ctx, actor, placement.sectionId ?? undefined);
      }),
  }),
  route({
    method: 'POST',
    path: '/placements/:id/removals',
    ability: 'front.arrange',
    summary: 'Takes a story from its place; the newest stands there again.',
    params: placementParams,
    body: none,
    answer: frontView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async () => {
        const placement = await removePlacement(ctx, actor, params.id);
        return readFront(ctx, actor, placement.sectionId ?? undefined);
      }),
  }),
];
