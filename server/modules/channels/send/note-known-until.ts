import type { Tx } from '#platform/transaction';
import { kindOf } from '../kinds/registry.ts';
import type { Claimed } from './claim-copies.ts';
import type { Pieces } from './make-sending.ts';

/** Writes down until when their notices hold by what channels are about to be told: by these pieces. */
export async function noteKnownUntil(tx: Tx, claimed: readonly Claimed[], pieces: Pieces): Promise<void> {
  const told = claimed.flatMap(({ copy, act }) => {
    const piece = pieces.get(copy.editionId);
    const isTold = (act === 'send' || act === 'hold') && copy.settings !== null && kindOf(copy.settings).hold;
    return isTold && piece?.storyKind === 'notice'
      ? [{ id: copy.id, until: piece.validUntil?.toISOString() ?? 'infinity' }]
      : [];
  });
  if (told.length === 0) return;
  await tx.named(
    'channels.known-until',
    `update channels.copies k set known_until = t.until from unnest($2::uuid[], $3::timestamptz[]) as t (id, until) where k.county_id = $1 and k.id = t.id`,
    [tx.countyId, told.map(({ id }) => id), told.map(({ until }) => until)],
  );
}
