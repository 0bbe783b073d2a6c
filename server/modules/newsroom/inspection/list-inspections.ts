import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import type { InspectionListQuery, InspectionView } from '../contract.ts';
import { countyKeyFingerprint } from '../dossier/seal-bundle.ts';
import { pageOfInspections } from './inspection-queries.ts';
import { inspectionViews } from './inspection-view.ts';
import { mustInspect } from './must-inspect.ts';

/** A page of the samples drawn so far, latest first unless asked otherwise, and what the verifier shows of the county's key. */
export const listInspections = (
  ctx: Ctx,
  actor: Actor,
  query: InspectionListQuery,
): Promise<{ items: InspectionView[]; next: string | null; keyFingerprint: string }> =>
  ctx.transaction(async (tx) => {
    mustInspect(tx, actor);
    const { rows, next } = await pageOfInspections(tx, query);
    return {
      items: await inspectionViews(tx, rows),
      next,
      keyFingerprint: await countyKeyFingerprint(ctx),
    };
  });
