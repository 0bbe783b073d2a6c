import { figuresIn, withFigures } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { storePicture } from '#media';
import type { Actor } from '#platform/actor';
import { sha256 } from '#platform/canonical';
import { mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';

/** Keeps a picture of a text that will be handed in. It is decoded and re-encoded like every other, so it gets a hash of its own; which one it had is noted, and with it that it is the very file whose hash the sender signed. The same again is the same.
 *  Not to be called inside a transaction: it writes files. Refuses as `storePicture`. */
export async function keepPicture(
  ctx: Ctx,
  actor: Actor,
  picture: { readonly bytes: Buffer; readonly alt: string; readonly caption: string; readonly credit: string },
): Promise<{ sent: string; stored: string }> {
  const sent = sha256(picture.bytes);
  const known = await ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'contribution.send');
    return (await storedPictures(tx, [sent])).get(sent);
  });
  if (known) return { sent, stored: known };
  const { hash } = await storePicture(ctx, actor, picture);
  await ctx.transaction((tx) =>
    tx.named(
      'newsroom.keep-contributed-picture',
      'insert into newsroom.contribution_pictures (county_id, sent_hash, stored_hash, stored_at) values ($1, $2, $3, $4) on conflict do nothing',
      [tx.countyId, sent, hash, tx.at],
    ),
  );
  return { sent, stored: hash };
}

/** The text with its pictures as they are stored here. Refuses: PicturesMissing (422, with the hashes) where some were not sent yet. */
export async function withKeptPictures(tx: Tx, text: StoryText): Promise<StoryText> {
  const hashes = [...new Set(figuresIn(text).map(({ attrs }) => attrs.hash))];
  const stored = await storedPictures(tx, hashes);
  const missing = hashes.filter((hash) => !stored.has(hash));
  if (missing.length > 0) refuse('PicturesMissing', { hashes: missing });
  return withFigures(text, ({ attrs }) => ({ ...attrs, hash: stored.get(attrs.hash) ?? attrs.hash }));
}

async function storedPictures(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.named<{ sent: string; stored: string }>(
    'newsroom.contributed-pictures',
    'select sent_hash as sent, stored_hash as stored from newsroom.contribution_pictures where county_id = $1 and sent_hash = any($2::text[])',
    [tx.countyId, [...hashes]],
  );
  return new Map(rows.map(({ sent, stored }) => [sent, stored]));
}
