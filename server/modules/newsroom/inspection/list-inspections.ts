import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import type { InspectionView } from '../contract.ts';
import { countyKeyFingerprint } from '../dossier/seal-bundle.ts';
import { latestInspections } from './inspection-queries.ts';
import { inspectionViews } from './inspection-view.ts';
import { mustInspect } from './must-inspect.ts';

const most = 500;

/** The samples drawn so far, latest first, and what the verifier shows of the county's key. */
export const listInspections = (ctx: Ctx, actor: Actor): Promise<{ items: InspectionView[]; keyFingerprint: string }> =>
  ctx.transaction(async (tx) => {
    mustInspect(tx, actor);
    return {
      items: await inspectionViews(tx, await latestInspections(tx, most)),
      keyFingerprint: await countyKeyFingerprint(ctx),
    };
  });
