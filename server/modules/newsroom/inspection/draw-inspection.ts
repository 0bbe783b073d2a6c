import { randomInt } from 'node:crypto';
import { today } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { InspectionView, NewInspection } from '../contract.ts';
import { drawDays } from './draw-days.ts';
import { daysWithEditions, storeInspection, storiesOfDays } from './inspection-queries.ts';
import { inspectionViews } from './inspection-view.ts';
import { mustInspect } from './must-inspect.ts';

const longestDays = 800;
const mostStories = 2_000;

/** 抽查: draws days with publications at random and keeps the draw for ever, so that everybody sees how often was drawn. Refuses: BadRequest (400) for an impossible period; NothingPublished (422) when no day of it has a publication; TooManyStories (422). */
export async function drawInspection(ctx: Ctx, actor: Actor, request: NewInspection): Promise<InspectionView> {
  return ctx.transaction(async (tx) => {
    mustInspect(tx, actor);
    mustBePeriod(tx, request);
    const candidates = await daysWithEditions(tx, request.from, request.until);
    if (candidates.length === 0) refuse('NothingPublished', {}, [{ path: '/from', code: 'invalid_value' }]);
    const seed = request.seed ?? String(randomInt(1, 2 ** 31));
    const days = drawDays(ctx.county.slug, seed, candidates, request.days);
    const stories = (await storiesOfDays(tx, days)).length;
    if (stories > mostStories) refuse('TooManyStories', { most: mostStories }, [{ path: '/days', code: 'too_big' }]);
    const inspection = {
      id: newId<'inspection'>(),
      from: request.from,
      until: request.until,
      seed,
      candidates,
      days,
      stories,
      drawnBy: actor.id,
      drawnAt: tx.at,
    };
    await storeInspection(tx, inspection);
    await audit(tx, actor, {
      act: 'inspection.draw',
      noun: 'inspection',
      subjectId: inspection.id,
      detail: { from: request.from, until: request.until, seed, days },
    });
    const [view] = await inspectionViews(tx, [inspection]);
    return view ?? refuse('NotFound');
  });
}

function mustBePeriod(tx: Tx, { from, until }: NewInspection): void {
  const length = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (length < 0 || length > longestDays) refuse('BadRequest', {}, [{ path: '/until', code: 'invalid_value' }]);
  // A day that is not over may still bring editions: the draw could not be done again.
  if (until >= today(tx)) refuse('BadRequest', {}, [{ path: '/until', code: 'DayNotOver' }]);
}
