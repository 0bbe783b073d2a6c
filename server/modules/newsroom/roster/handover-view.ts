import { displayNames } from '#people';
import { placeById, placeName } from '#places';
import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { HandoverView, PreparedHandover } from '../contract.ts';
import { statementHash } from '@xiangyin/document';
import { storyNames } from '../story/story-names.ts';
import type { Prepared } from './hand-over.ts';
import type { HandoverRow } from './handover-queries.ts';
import { readPaper } from './handover-paper.ts';
import { holds, signaturesUnder } from './handover-signatures.ts';

/** A place as screens name it. */
export function placeRef(tx: Tx, id: string): { id: string; name: string } {
  const place = placeById(tx, id);
  return { id, name: place ? placeName(place, tx.ctx.language) : '' };
}

/** Hand-overs with their signatures, each checked from the stored bytes, and what was open. */
export async function handoverViews(tx: Tx, actor: Actor, rows: readonly HandoverRow[]): Promise<HandoverView[]> {
  const signatures = await signaturesUnder(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await displayNames(tx, [...new Set(rows.flatMap(({ leavingId, comingId }) => [leavingId, comingId]))]);
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const papers = new Map(rows.flatMap(({ id, paper }) => (paper ? [[id, readPaper(paper)] as const] : [])));
  const open = await openViews(
    tx,
    actor,
    [...papers.values()].flatMap((paper) => paper.open),
  );
  return rows.map((one): HandoverView => {
    const own = signatures.filter(({ handoverId }) => handoverId === one.id);
    const before = own.find(({ side }) => side === 'leaving');
    return {
      id: one.id,
      role: one.role,
      place: placeRef(tx, one.placeId),
      leaving: person(one.leavingId),
      coming: person(one.comingId),
      note: one.note,
      open: (papers.get(one.id)?.open ?? []).map(open),
      signatures: own.map((signature) => ({
        side: signature.side,
        kind: signature.evidence.kind,
        at: signature.at.toISOString(),
        holds: holds(signature, one, before),
      })),
      signedAt: one.signedAt.toISOString(),
      takenAt: one.takenAt?.toISOString() ?? null,
      declinedAt: one.declinedAt?.toISOString() ?? null,
      declineReason: one.declineReason,
      mayTake: one.comingId === actor.id && one.takenAt === null && one.declinedAt === null,
    };
  });
}

/** The view of one hand-over. */
export async function handoverView(tx: Tx, actor: Actor, one: HandoverRow): Promise<HandoverView> {
  const [view] = await handoverViews(tx, actor, [one]);
  return found(view);
}

/** What would be signed, with its paper as text and what is open by name. */
export async function preparedView(tx: Tx, actor: Actor, { statement, paper }: Prepared): Promise<PreparedHandover> {
  const { open } = readPaper(paper);
  return {
    statement,
    statementHash: statementHash(statement),
    paper: paper.toString('utf8'),
    open: open.map(await openViews(tx, actor, open)),
  };
}

type OpenLine = ReturnType<typeof readPaper>['open'][number];

// Whoever sees the watch need not be allowed to read every text: then it is counted, and not named.
async function openViews(tx: Tx, actor: Actor, lines: readonly OpenLine[]) {
  const ids = [...new Set(lines.map(({ story }) => story))];
  const named = new Map((await storyNames(tx, actor, 'story', ids)).map((one) => [one.id, one]));
  return ({ story, state }: OpenLine): HandoverView['open'][number] => ({
    id: story,
    state,
    title: named.get(story)?.title ?? null,
  });
}
