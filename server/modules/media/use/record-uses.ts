import { pictureHashes } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';
import type { ItemRef } from '../library/item.ts';
import { materialsLinked } from '../material/recordings-in.ts';
import { dueForSigning } from '../provenance/is-published.ts';

/** Who shows pictures and materials: a record of a later module and the part of it that shows them. */
export interface Using {
  /** `story`; the module that owns it names it for people (`Manifest.names`). */
  readonly noun: string;
  readonly subjectId: string;
  /** `draft`: a text in work; `edition`: what the public sees. */
  readonly part: 'draft' | 'edition';
}

interface Noted extends ItemRef {
  readonly part: 'draft' | 'edition';
  readonly usedAt: Date;
}

/** Notes which pictures and materials a text shows now, in place of what was noted before. What an earlier edition showed stays as past; an edition takes the place of the text in work. Every picture must be one of the library; a link to a material that is not there is nothing but a dead link. */
export async function recordUses(tx: Tx, using: Using, text: StoryText): Promise<void> {
  const { noun, subjectId, part } = using;
  const before = await notedOf(tx, noun, subjectId);
  const now = await shownIn(tx, text);
  const same = before.filter((one) => one.part === part);
  const gone = same.filter((one) => !now.some(({ hash }) => hash === one.hash));
  const come = now.filter(({ hash }) => !same.some((one) => one.hash === hash));
  if (part === 'edition') {
    for (const one of gone) await addUse(tx, using, one, 'past', one.usedAt);
    const pictures = come.flatMap(({ of, hash }) => (of === 'picture' ? [hash] : []));
    if (pictures.length > 0) await dueForSigning(tx, pictures);
    if (before.some((one) => one.part === 'draft')) await forgetDraftUses(tx, noun, subjectId);
  }
  // Most texts show no picture, and most savings change none.
  if (gone.length > 0)
    await tx.named(
      'media.uses-gone',
      `delete from media.uses where county_id = $1 and noun = $2 and subject_id = $3 and item_hash = any($4) and part = $5`,
      [tx.countyId, noun, subjectId, gone.map((one) => one.hash), part],
    );
  for (const one of come) await addUse(tx, using, one, part, tx.at);
}

// Most texts link to no material, and then nobody is asked.
async function shownIn(tx: Tx, text: StoryText): Promise<ItemRef[]> {
  const linked = materialsLinked(text);
  const materials =
    linked.length === 0
      ? []
      : await tx.named<ItemRef>(
          'media.linked-materials',
          // Held: one that is being removed is waited for, and then not there.
          `select 'material' as of, hash from media.materials where county_id = $1 and hash = any($2) for key share`,
          [tx.countyId, linked],
        );
  return [...new Set(pictureHashes(text))].map((hash): ItemRef => ({ of: 'picture', hash })).concat(materials);
}

const notedOf = (tx: Tx, noun: string, subjectId: string): Promise<Noted[]> =>
  tx.named<Noted>(
    'media.uses-of',
    `select item_hash as hash, case when picture_hash is null then 'material' else 'picture' end as of, part, used_at as "usedAt" from media.uses where county_id = $1 and noun = $2 and subject_id = $3 and part <> 'past'`,
    [tx.countyId, noun, subjectId],
  );

const addUse = (
  tx: Tx,
  { noun, subjectId }: Using,
  { of, hash }: ItemRef,
  part: 'draft' | 'edition' | 'past',
  usedAt: Date,
): Promise<unknown> =>
  tx.named(
    `media.add-use-${of}`,
    `insert into media.uses (county_id, item_hash, ${of}_hash, noun, subject_id, part, used_at) values ($1, $2, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.countyId, hash, noun, subjectId, part, usedAt],
  );

/** A text in work is there no more: discarded, or published. */
export const forgetDraftUses = (tx: Tx, noun: string, subjectId: string): Promise<unknown> =>
  tx.named(
    'media.forget-draft-uses',
    `delete from media.uses where county_id = $1 and noun = $2 and subject_id = $3 and part = 'draft'`,
    [tx.countyId, noun, subjectId],
  );
