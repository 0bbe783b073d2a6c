import { sha256 } from '#platform/canonical';
import type { Ctx, Tx } from '#platform/transaction';

const looseForMilliseconds = 3_600_000;

/** Writes a sealed form and answers its hash. Noted as loose before it is written, so that one whose process is killed in between stays nowhere. Not to be called inside a transaction. */
export async function keepLoose(ctx: Ctx, sealed: Buffer): Promise<string> {
  await ctx.transaction((tx) => loosen(tx, sha256(sealed)));
  return ctx.app.files.put(ctx.county.id, sealed);
}

/** The form is a consent's now, and the one that was there before is loose. */
export async function noLongerLoose(tx: Tx, fileHash: string, before: string | undefined): Promise<void> {
  await tx.named('media.form-kept', 'delete from media.loose_forms where county_id = $1 and file_hash = $2', [
    tx.countyId,
    fileHash,
  ]);
  if (before !== undefined) await loosen(tx, before);
}

/** Nobody's form, picture or material any more: its file goes within two hours. */
export const loosen = (tx: Tx, fileHash: string): Promise<unknown> =>
  tx.named(
    'media.form-loose',
    'insert into media.loose_forms (county_id, file_hash, since) values ($1, $2, $3) on conflict (county_id, file_hash) do update set since = excluded.since',
    [tx.countyId, fileHash, tx.ctx.app.clock.now()],
  );

/** What was removed is sent again: its files stay. */
export const tighten = (tx: Tx, fileHashes: readonly string[]): Promise<unknown> =>
  tx.named('media.form-tight', 'delete from media.loose_forms where county_id = $1 and file_hash = any($2)', [
    tx.countyId,
    fileHashes,
  ]);

/** Removes the files of loose forms, and of pictures and materials that were removed. No two consents share one: sealed, no two are the same bytes; of what was sent again meanwhile the file stays. Harmless when it is broken off. */
export async function forgetLooseForms(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.app.clock.now().getTime() - looseForMilliseconds);
  const loose = await ctx.transaction((tx) =>
    tx.named<{ hash: string }>(
      'media.loose-forms',
      `select f.file_hash as hash from media.loose_forms f where f.county_id = $1 and f.since < $2
         and not exists (select 1 from media.pictures p where p.county_id = f.county_id and p.hash = f.file_hash)
         and not exists (select 1 from media.renditions r where r.county_id = f.county_id and r.file_hash = f.file_hash)
         and not exists (select 1 from media.materials m where m.county_id = f.county_id and m.hash = f.file_hash)
         and not exists (select 1 from media.material_files m where m.county_id = f.county_id and m.file_hash = f.file_hash)
         and not exists (select 1 from media.subtitles t where t.county_id = f.county_id and t.file_hash = f.file_hash)
       order by f.since limit 200`,
      [tx.countyId, before],
    ),
  );
  for (const { hash } of loose) {
    await ctx.app.files.remove(ctx.county.id, hash);
    await ctx.transaction((tx) =>
      tx.named('media.form-gone', 'delete from media.loose_forms where county_id = $1 and file_hash = $2', [
        tx.countyId,
        hash,
      ]),
    );
  }
}
