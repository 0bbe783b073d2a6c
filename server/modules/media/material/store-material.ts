import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { begin } from '#platform/states';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { MachineMark, MaterialKind } from '../contract.ts';
import { tighten } from '../consent/loose-forms.ts';
import { searchWords } from '../library/search-words.ts';
import type { FileKind } from './kind-of-file.ts';
import { materialsByHash } from './material-queries.ts';
import { bareName } from './material-words.ts';
import { materialStates } from './states.ts';

/** A file of this machine that is to be kept, and is gone from there afterwards. */
export interface NewMaterial {
  readonly path: string;
  readonly kind: Exclude<FileKind, { kind: 'picture' }>;
  readonly name: string;
  readonly bytes: number;
  readonly caption: string;
  readonly credit: string;
  readonly placeId: string | null;
  /** Whoever sends it says that a machine made or changed it. */
  readonly machine?: MachineMark | null;
  readonly rightsHolder?: string;
  readonly licence?: string;
}

/** Keeps a file as it was sent; sound and video then wait to be converted. The same file again is the same material. Not to be called inside a transaction: it writes files. Refuses: DiskFull (507). */
export async function storeMaterial(
  ctx: Ctx,
  actor: Actor,
  sent: NewMaterial,
): Promise<{ kind: MaterialKind; subject: string }> {
  const hash = await ctx.app.files.putFile(ctx.county.id, sent.path);
  return ctx.transaction(async (tx) => {
    await recordMaterial(tx, actor, hash, sent);
    const { kind, id } = found((await materialsByHash(tx, [hash])).get(hash));
    return { kind, subject: id };
  });
}

/** Stores what is known of a file that is kept already; of one that is known, nothing. Sound and video wait to be converted. */
export async function recordMaterial(tx: Tx, actor: Actor, hash: string, sent: NewMaterial): Promise<void> {
  const id = newId();
  const { kind, mediaType } = sent.kind;
  const added = await tx.client.query(
    `insert into media.materials (county_id, id, hash, kind, state, name, media_type, bytes, title, caption, credit, place_id, stored_by, made_at, machine, words, rights_holder, licence)
     values ($1, $2, $3, $4, $14, $5, $6, $7, $8, $9, $10, $11, $12, $13, $15, to_tsvector('simple', $16), $17, $18) on conflict do nothing`,
    [
      tx.countyId,
      id,
      hash,
      kind,
      sent.name,
      mediaType,
      sent.bytes,
      titleOf(sent.name),
      sent.caption,
      sent.credit,
      sent.placeId,
      actor.kind === 'person' ? actor.id : null,
      tx.at,
      // A document is handed out as it is.
      kind === 'document' ? 'ready' : materialStates.initial,
      sent.machine ?? null,
      searchWords(tx, [titleOf(sent.name), bareName(sent.name), sent.caption, sent.credit]),
      sent.rightsHolder ?? '',
      sent.licence ?? '',
    ],
  );
  if (added.rowCount !== 1) return;
  await tighten(tx, [hash]);
  if (kind !== 'document') await begin(tx, materialStates, id, { by: actor });
  await audit(tx, actor, {
    act: 'material.store',
    noun: 'material',
    subjectId: id,
    placeId: sent.placeId,
    detail: { kind, bytes: sent.bytes },
  });
}

// The file's name without its ending is a better beginning than nothing.
const titleOf = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 200);
