import { difference } from '@xiangyin/document';
import type { Difference } from '@xiangyin/document';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Words } from '#platform/county';
import { found, refuse } from '#platform/refuse';
import { movesOf } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { revisionById, revisionsOf } from './revision.ts';
import type { Revision } from './revision.ts';
import { storyById } from './story-queries.ts';

/** A revision as screens name it. */
export interface RevisionLine {
  id: string;
  version: number;
  textHash: string;
  writtenBy: { id: string; name: string };
  /** Everybody who wrote at it since the version before, by name. */
  writers: { id: string; name: string }[];
  writtenAt: string;
}
/** An edition without its text. */
export interface EditionLine {
  id: string;
  number: number;
  kind: 'first' | 'update' | 'correction';
  path: string;
  /** The name of its chain. */
  chain: Words;
  revisionId: string;
  textHash: string;
  byline: string;
  correctionNote: string | null;
  updateNote: string | null;
  publishedAt: string;
}

/** The lines of revisions of one story; names and writers are read once for all. */
async function linesOf(tx: Tx, storyId: string, revisions: readonly Omit<Revision, 'text'>[]): Promise<RevisionLine[]> {
  const writers = await tx.named<{ revisionId: string; personId: string }>(
    'newsroom.revision-writers',
    `select w.revision_id as "revisionId", w.person_id as "personId" from newsroom.revision_writers w
       join newsroom.revisions r on r.county_id = w.county_id and r.id = w.revision_id where r.county_id = $1 and r.story_id = $2`,
    [tx.countyId, storyId],
  );
  const names = await displayNames(tx, [
    ...revisions.map((one) => one.writtenBy),
    ...writers.map((one) => one.personId),
  ]);
  const person = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
  return revisions.map((one) => ({
    id: one.id,
    version: one.version,
    textHash: one.textHash,
    writtenBy: person(one.writtenBy),
    writers: [
      ...new Set([
        one.writtenBy,
        ...writers.filter((writer) => writer.revisionId === one.id).map((writer) => writer.personId),
      ]),
    ]
      .map(person)
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    writtenAt: one.writtenAt.toISOString(),
  }));
}

async function seen<T>(ctx: Ctx, actor: Actor, storyId: string, read: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    return read(tx);
  });
}

/** Every saved revision, latest first. */
export const readRevisions = (ctx: Ctx, actor: Actor, storyId: string): Promise<RevisionLine[]> =>
  seen(ctx, actor, storyId, async (tx) => {
    return linesOf(tx, storyId, await revisionsOf(tx, storyId));
  });

/** One revision with its text, or 404. */
export const readRevision = (
  ctx: Ctx,
  actor: Actor,
  storyId: string,
  revisionId: string,
): Promise<RevisionLine & { text: Revision['text'] }> =>
  seen(ctx, actor, storyId, async (tx) => {
    const revision = await revisionHere(tx, storyId, revisionId);
    const [line] = await linesOf(tx, storyId, [revision]);
    return { ...found(line), text: revision.text };
  });

/** What changed between two revisions of the story. */
export const readDifference = (
  ctx: Ctx,
  actor: Actor,
  storyId: string,
  from: string,
  to: string,
): Promise<{ from: RevisionLine; to: RevisionLine } & Difference> =>
  seen(ctx, actor, storyId, async (tx) => {
    const [before, after] = [await revisionHere(tx, storyId, from), await revisionHere(tx, storyId, to)];
    const [older, newer] = await linesOf(tx, storyId, [before, after]);
    return { from: found(older), to: found(newer), ...difference(before.text, after.text) };
  });

async function revisionHere(tx: Tx, storyId: string, id: string): Promise<Revision> {
  const revision = await revisionById(tx, id);
  return revision?.storyId === storyId ? revision : refuse('NotFound');
}

/** Every edition, latest first. */
export const readEditions = (ctx: Ctx, actor: Actor, storyId: string): Promise<EditionLine[]> =>
  seen(ctx, actor, storyId, async (tx) => {
    const rows = await tx.named<Omit<EditionLine, 'publishedAt'> & { publishedAt: Date }>(
      'newsroom.editions',
      `select e.id, e.number, e.kind, e.path, h.name as chain, e.revision_id as "revisionId", e.text_hash as "textHash", e.byline, e.correction_note as "correctionNote", e.update_note as "updateNote", e.published_at as "publishedAt"
         from newsroom.editions e join newsroom.chains h on h.county_id = e.county_id and h.slug = e.path where e.county_id = $1 and e.story_id = $2 order by e.number desc`,
      [tx.countyId, storyId],
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  });

/** Every change of state, oldest first, with the names of those who made it. */
export const readHistory = (
  ctx: Ctx,
  actor: Actor,
  storyId: string,
): Promise<
  {
    from: string | null;
    to: string;
    actor: { kind: string; id: string; name: string | null };
    reason: string | null;
    at: string;
  }[]
> =>
  seen(ctx, actor, storyId, async (tx) => {
    const moves = await movesOf(tx, 'story', [storyId]);
    const names = await displayNames(
      tx,
      moves.flatMap((move) => (move.actor.kind === 'person' ? [move.actor.id] : [])),
    );
    return moves.map(({ from, to, actor: by, reason, at }) => ({
      from,
      to,
      actor: { kind: by.kind, id: by.id, name: names.get(by.id) ?? null },
      reason,
      at: at.toISOString(),
    }));
  });
