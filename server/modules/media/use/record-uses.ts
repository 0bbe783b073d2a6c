import type { Tx } from '#platform/transaction';
import { dueForSigning } from '../provenance/is-published.ts';

/** Who shows pictures: a record of a later module and the part of it that shows them. */
export interface Using {
  /** `story`; the module that owns it names it for people (`Manifest.names`). */
  readonly noun: string;
  readonly subjectId: string;
  /** `draft`: a text in work; `edition`: what the public sees. */
  readonly part: 'draft' | 'edition';
}

interface Noted {
  readonly hash: string;
  readonly part: 'draft' | 'edition';
  readonly usedAt: Date;
}

/** Notes which pictures a record shows now, in place of what was noted before. What an earlier edition showed stays as past; an edition takes the place of the text in work. Every hash must be one of the library. */
export async function recordUses(tx: Tx, using: Using, hashes: readonly string[]): Promise<void> {
  const { noun, subjectId, part } = using;
  const before = await notedOf(tx, noun, subjectId);
  const now = [...new Set(hashes)];
  const same = before.filter((one) => one.part === part);
  const gone = same.filter((one) => !now.includes(one.hash));
  const come = now.filter((hash) => !same.some((one) => one.hash === hash));
  if (part === 'edition') {
    for (const one of gone) await addUse(tx, using, one.hash, 'past', one.usedAt);
    if (come.length > 0) await dueForSigning(tx, come);
    if (before.some((one) => one.part === 'draft')) await forgetDraftUses(tx, noun, subjectId);
  }
  // Most texts show no picture, and most savings change none.
  if (gone.length > 0)
    await tx.named(
      'media.uses-gone',
      `delete from media.uses where county_id = $1 and noun = $2 and subject_id = $3 and picture_hash = any($4) and part = $5`,
      [tx.countyId, noun, subjectId, gone.map((one) => one.hash), part],
    );
  for (const hash of come) await addUse(tx, using, hash, part, tx.at);
}

const notedOf = (tx: Tx, noun: string, subjectId: string): Promise<Noted[]> =>
  tx.named<Noted>(
    'media.uses-of',
    `select picture_hash as hash, part, used_at as "usedAt" from media.uses where county_id = $1 and noun = $2 and subject_id = $3 and part <> 'past'`,
    [tx.countyId, noun, subjectId],
  );

const addUse = (
  tx: Tx,
  { noun, subjectId }: Using,
  hash: string,
  part: 'draft' | 'edition' | 'past',
  usedAt: Date,
): Promise<unknown> =>
  tx.named(
    'media.add-use',
    'insert into media.uses (county_id, picture_hash, noun, subject_id, part, used_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [tx.countyId, hash, noun, subjectId, part, usedAt],
  );

/** A text in work is there no more: discarded, or published. */
export const forgetDraftUses = (tx: Tx, noun: string, subjectId: string): Promise<unknown> =>
  tx.named(
    'media.forget-draft-uses',
    `delete from media.uses where county_id = $1 and noun = $2 and subject_id = $3 and part = 'draft'`,
    [tx.countyId, noun, subjectId],
  );
