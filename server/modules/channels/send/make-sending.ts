import type { Ctx, Tx } from '#platform/transaction';
import { openSecrets } from '../channel/secrets.ts';
import { formerCopy } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Sending } from '../kinds/sending.ts';
import { pieceOf } from '../piece/piece.ts';
import type { Piece } from '../piece/piece.ts';

/** What was read of editions in one turn: one story goes to many channels, and an edition never changes. */
export type Pieces = Map<string, Piece>;

/** A kind with all that its verbs are given about a copy in a channel of the county. */
export async function makeSending(
  ctx: Ctx,
  copy: Copy,
  act: 'send' | 'withdraw',
  pieces: Pieces = new Map(),
): Promise<{ kind: Kind; sending: Sending }> {
  const { channelId, settings } = copy;
  if (channelId === null || settings === null) throw new Error('the site is sent nothing');
  const read = await ctx.transaction(async (tx) => ({
    piece: await pieceOnce(tx, pieces, copy.editionId),
    secrets: await openSecrets(tx, channelId),
    former: (await formerCopy(tx, copy)) ?? null,
  }));
  return {
    kind: kindOf(settings),
    sending: {
      ctx,
      channelId,
      settings,
      key: `${copy.id}.${act}.${copy.round}`,
      at: ctx.app.clock.now(),
      copy,
      ...read,
    },
  };
}

async function pieceOnce(tx: Tx, pieces: Pieces, editionId: string): Promise<Piece> {
  const piece = pieces.get(editionId) ?? (await pieceOf(tx, editionId));
  pieces.set(editionId, piece);
  return piece;
}
