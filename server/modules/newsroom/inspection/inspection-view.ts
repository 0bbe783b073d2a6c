import { displayNames } from '#people';
import type { Tx } from '#platform/transaction';
import type { InspectionView } from '../contract.ts';
import type { Inspection } from './inspection-queries.ts';

/** Samples as the API shows them. */
export async function inspectionViews(tx: Tx, rows: readonly Inspection[]): Promise<InspectionView[]> {
  const names = await displayNames(
    tx,
    rows.map((row) => row.drawnBy),
  );
  return rows.map(({ candidates, days, drawnBy, drawnAt, ...row }) => ({
    ...row,
    candidateCount: candidates.length,
    days: [...days],
    drawnBy: { id: drawnBy, name: names.get(drawnBy) ?? '' },
    drawnAt: drawnAt.toISOString(),
  }));
}
