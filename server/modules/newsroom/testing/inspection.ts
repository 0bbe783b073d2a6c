import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { storeInspection } from '../inspection/inspection-queries.ts';

/** A sample drawn earlier, of a day without stories; answers its id. */
export async function addTestInspection(tx: Tx, drawnBy: string): Promise<string> {
  const id = newId<'inspection'>();
  const days = ['2026-02-27'];
  await storeInspection(tx, {
    id,
    from: '2026-02-01',
    until: '2026-02-28',
    seed: '7',
    candidates: days,
    days,
    stories: 0,
    drawnBy,
    drawnAt: tx.at,
  });
  return id;
}
