import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { PictureProvenanceView } from '../contract.ts';
import { renditionPath } from '../picture/address.ts';
import { fileOf, picturesByHash } from '../picture/picture-queries.ts';
import { namedFor } from '../picture/keep-renditions.ts';
import { isPublished } from './is-published.ts';

/** Under whose name the published file of a picture is signed, read from the very file. Refuses: NotFound (404). */
export async function seeProvenance(ctx: Ctx, actor: Actor, hash: string): Promise<PictureProvenanceView> {
  const seen = await ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'picture.list');
    const picture = found((await picturesByHash(tx, [hash])).get(hash));
    const jpeg = namedFor(picture).find((one) => one.format === 'jpg');
    const file = jpeg && (await fileOf(tx, hash, jpeg));
    return { published: await isPublished(tx, hash), path: jpeg ? renditionPath(hash, jpeg) : null, file };
  });
  if (!seen.published) return { state: 'unpublished', path: null, signer: null };
  const bytes = seen.file && (await ctx.app.files.read(ctx.county.id, seen.file.fileHash));
  // What reads them is large, and seldom asked.
  const { readManifest } = await import('./read-manifest.ts');
  const manifest = bytes && (await readManifest(bytes));
  if (!manifest) return { state: 'unsigned', path: seen.path, signer: null };
  const signer = await ctx.transaction((tx) => signerOf(tx, manifest.certificateId));
  // One that fits its bytes but is signed by a stranger is none of ours.
  return { state: manifest.valid && signer ? 'signed' : 'broken', path: seen.path, signer };
}

async function signerOf(tx: Tx, id: string): Promise<PictureProvenanceView['signer']> {
  const [row] = await tx.named<{ chain: Buffer[]; own: boolean; validUntil: Date }>(
    'media.certificate',
    'select chain, own, valid_until as "validUntil" from media.certificates where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  const der = row?.chain[0];
  if (!row || !der) return null;
  const { X509Certificate } = await import('@peculiar/x509');
  const certificate = new X509Certificate(new Uint8Array(der));
  return {
    name: certificate.subjectName.getField('CN').join(' '),
    issuer: certificate.issuerName.getField('CN').join(' '),
    own: row.own,
    validUntil: row.validUntil.toISOString(),
  };
}
