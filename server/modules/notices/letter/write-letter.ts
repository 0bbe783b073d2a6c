import type { Tag } from '#platform/i18n';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';

/** A letter to somebody who is no person of the house, ready to go out. */
export interface Letter {
  readonly channel: 'email' | 'sms';
  /** An address, or a phone as the country pack writes it. */
  readonly to: string;
  /** Only letters by e-mail have one. */
  readonly subject: string;
  /** No more than needed: a message may be read over a shoulder. */
  readonly text: string;
  readonly language: Tag;
  /** What it is about: dropped with `dropLetters`. */
  readonly subjectId: string;
  readonly dueAt: Date;
  /** Written once per key in the county. */
  readonly dedupeKey: string;
}

/** What stands under the seal. */
export type SealedLetter = Pick<Letter, 'to' | 'subject' | 'text' | 'language'>;

/** Under which purpose letters are sealed. */
export const outsideSeal = 'notices.outside';

/** Puts a letter in line, in the transaction of what happened. Address and words are sealed until it has gone out. */
export async function writeLetter(tx: Tx, letter: Letter): Promise<void> {
  const { to, subject, text, language } = letter;
  const inside: SealedLetter = { to, subject, text, language };
  await tx.named(
    'notices.write-letter',
    `insert into notices.letters (county_id, id, channel, subject_id, dedupe_key, sealed, state, due_at, made_at, changed_at) values ($1, $2, $3, $4, $5, $6, 'planned', $7, $8, $8)
     on conflict (county_id, dedupe_key) do nothing`,
    [
      tx.countyId,
      newId<'letter'>(),
      letter.channel,
      letter.subjectId,
      letter.dedupeKey,
      await tx.ctx.app.keys.seal(outsideSeal, Buffer.from(JSON.stringify(inside))),
      letter.dueAt,
      tx.at,
    ],
  );
}

/** What has not gone out yet about this stays here: nobody wants it any more. `keyEnds`: only letters whose key ends so. */
export async function dropLetters(tx: Tx, subjectId: string, keyEnds = ''): Promise<void> {
  await tx.named(
    'notices.drop-letters',
    `update notices.letters set state = 'dropped', sealed = null, changed_at = $3 where county_id = $1 and subject_id = $2 and state in ('planned', 'sending') and right(dedupe_key, length($4::text)) = $4`,
    [tx.countyId, subjectId, tx.at, keyEnds],
  );
}
