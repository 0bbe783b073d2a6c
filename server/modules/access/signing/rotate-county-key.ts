import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { countyKeys, publishRotation } from '#platform/key-rotation';
import type { RotationReason } from '#platform/key-rotation';
import type { ServerKey } from '#platform/keys';
import type { Ctx, Tx } from '#platform/transaction';
import { keyRotated } from '../events.ts';

/** The key that signs heads, attestations and marks. The others (orders, pictures) hold secrets or certificates of their own and are not changed so. */
const rotatedPurpose = 'county';

/** 换密钥: from now on the county signs with a new key; both keys sign the change, and it is published. What the old one signed stays good, unless it was `compromised`; its private part is destroyed. Called by whoever runs the installation, not over HTTP. */
export async function rotateCountyKey(
  ctx: Ctx,
  actor: Actor,
  why: RotationReason,
): Promise<{ from: readonly string[]; to: string }> {
  const { keys } = ctx.app;
  // Before the transaction: files are outside I/O. Should it fail, the key stays unpublished and signs nothing; its file is left, for an answer lost at the commit does not say that nothing was committed.
  const next = await keys.makeNextKey(ctx.county.id, rotatedPurpose);
  const from = await ctx.transaction((tx) => rotate(tx, actor, next, why));
  await destroyRetired(ctx);
  return { from, to: next.id };
}

// All of them: whoever was stopped right after an earlier change left one.
async function destroyRetired(ctx: Ctx): Promise<void> {
  const { keys } = await ctx.transaction((tx) => countyKeys(tx, rotatedPurpose));
  for (const { id, retiredAt } of keys) if (retiredAt) await ctx.app.keys.destroyKey(ctx.county.id, rotatedPurpose, id);
}

async function rotate(tx: Tx, actor: Actor, next: ServerKey, why: RotationReason): Promise<string[]> {
  const from = await publishRotation(tx, rotatedPurpose, next, why);
  await audit(tx, actor, {
    act: 'key.rotate',
    noun: 'key',
    subjectId: next.id,
    detail: { formerKeys: from, because: why },
  });
  await emit(tx, keyRotated, actor, { keyId: next.id, from, why });
  return from;
}
