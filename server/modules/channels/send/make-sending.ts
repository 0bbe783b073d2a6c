import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { secretsOf } from '../channel/secrets.ts';
import { formerCopy } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Sending } from '../kinds/sending.ts';
import { pieceOf } from '../piece/piece.ts';
import type { Piece } from '../piece/piece.ts';
import type { Claimed } from './claim-copies.ts';

/** What was read of editions in one turn: one story goes to many channels, and an edition never changes. */
export type Pieces = Map<string, Piece>;

/** A copy and what is to be done with it. */
interface InHand {
  readonly copy: Copy;
  readonly act: Claimed['act'];
}

/** A kind with all that its verbs are given about a copy in a channel of the county. */
export interface Made {
  readonly kind: Kind;
  readonly sending: Sending;
}

/** What is needed to send one copy, read now. */
export async function makeSending(
  ctx: Ctx,
  copy: Copy,
  act: Claimed['act'],
  pieces: Pieces = new Map(),
): Promise<Made> {
  const made = (await makeSendings(ctx, [{ copy, act }], pieces)).get(copy.id);
  if (!made) throw new Error('the site is sent nothing');
  return made;
}

/** As `makeSending`, for several copies, by their id: read together. */
export const makeSendings = (ctx: Ctx, inHand: readonly InHand[], pieces: Pieces): Promise<Map<string, Made>> =>
  ctx.transaction(async (tx) => {
    const toSend = inHand.filter(({ copy }) => copy.channelId !== null && copy.settings !== null);
    const copies = toSend.map(({ copy }) => copy);
    const [secrets, formers] = await together(
      secretsOf(
        tx,
        copies.flatMap(({ channelId }) => channelId ?? []),
      ),
      formersOf(tx, copies),
      readPieces(tx, copies, pieces),
    );
    const made = new Map<string, Made>();
    for (const { copy, act } of toSend) {
      const { channelId, settings } = copy;
      const piece = pieces.get(copy.editionId);
      if (channelId === null || settings === null || !piece) continue;
      made.set(copy.id, {
        kind: kindOf(settings),
        sending: {
          ctx,
          channelId,
          settings,
          key: keyOf(copy, act, piece),
          at: ctx.app.clock.now(),
          copy,
          piece,
          secrets: secrets.get(channelId) ?? [],
          former: formers.get(copy.id) ?? null,
        },
      });
    }
    return made;
  });

// A notice may end, hold longer, and end again.
const keyOf = ({ id, round, endedAt, holdsOnAt }: Copy, act: Claimed['act'], { validUntil }: Piece): string =>
  [
    id,
    act,
    round,
    ...(act === 'end' && endedAt ? [endedAt.getTime()] : []),
    ...(act === 'hold' && holdsOnAt ? [holdsOnAt.getTime(), validUntil?.getTime() ?? 'no-end'] : []),
  ].join('.');

async function formersOf(tx: Tx, copies: readonly Copy[]): Promise<ReadonlyMap<string, Copy>> {
  const found = new Map<string, Copy>();
  await together(
    ...copies.map(async (copy) => {
      const former = await formerCopy(tx, copy);
      if (former) found.set(copy.id, former);
    }),
  );
  return found;
}

async function readPieces(tx: Tx, copies: readonly Copy[], pieces: Pieces): Promise<void> {
  const missing = new Set(copies.map(({ editionId }) => editionId).filter((id) => !pieces.has(id)));
  await together(...[...missing].map(async (id) => pieces.set(id, await pieceOf(tx, id))));
}
