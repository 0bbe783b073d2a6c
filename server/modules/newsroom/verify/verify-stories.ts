import type { Ctx } from '#platform/transaction';
import { checkProof } from './check-proof.ts';
import { storedProof } from './stored-evidence.ts';

/** Checks the signatures and editions of the stories signed last, at most `most` of them, from the stored bytes: how many stories, how many signatures, and the ids of those that do not hold. */
export async function verifyStories(
  ctx: Ctx,
  most: number,
): Promise<{ stories: number; signatures: number; faults: string[] }> {
  const ids = await ctx.transaction((tx) =>
    tx.named<{ id: string }>(
      'newsroom.signed-last',
      'select story_id as id from newsroom.signatures where county_id = $1 group by story_id order by max(id::text) desc limit $2',
      [tx.countyId, most],
    ),
  );
  const found = { stories: ids.length, signatures: 0, faults: [] as string[] };
  for (const { id } of ids) {
    const report = await ctx.transaction(async (tx) => checkProof(await storedProof(tx, id)));
    found.signatures += report.signatures.length;
    if (!report.valid) found.faults.push(id);
  }
  return found;
}
