import { X509Certificate } from '@peculiar/x509';
import { CoseAlgorithmIdentifier } from '@trustnxt/c2pa-ts/cose';
import type { Signer } from '@trustnxt/c2pa-ts/cose';
import { inWords } from '#places';
import type { Ctx, Tx } from '#platform/transaction';
import { makeCertificate } from './make-certificate.ts';
import { readCredential } from './read-credential.ts';
import type { Credential } from './read-credential.ts';
import { certificateId } from './read-manifest.ts';

/** What signs the county's pictures, under a certificate with this id. */
export interface PictureSigner {
  readonly id: string;
  readonly signer: Signer;
}

/** A certificate of the county's own is made anew so long before its end. */
const renewedBeforeMilliseconds = 90 * 86_400_000;

/** What signs the county's published pictures: the credential that the settings name, else the county's own key under a certificate of its own, made on first use and before the last one ends. Undefined, with a word in the log, where a credential cannot be used: pictures then go out unsigned. Not to be called inside a transaction. */
export async function pictureSigner(ctx: Ctx): Promise<PictureSigner | undefined> {
  const path = ctx.app.settings.c2paCredential;
  if (path === undefined) return signerOf(await ctx.transaction((tx) => ownCredential(tx)));
  try {
    const credential = await readCredential(path);
    await ctx.transaction((tx) => noteCertificate(tx, credential, false));
    return signerOf(credential);
  } catch (error) {
    const why = error instanceof Error ? error : undefined;
    ctx.app.log.error('pictures are not signed: C2PA_CREDENTIAL cannot be used', { error: why });
    return undefined;
  }
}

async function ownCredential(tx: Tx): Promise<Credential> {
  const { app, county } = tx.ctx;
  const key = await app.keys.countyKey(tx, 'pictures');
  const now = app.clock.now();
  const signing = {
    algorithm: CoseAlgorithmIdentifier.Ed25519,
    sign: (payload: Uint8Array) => new Uint8Array(Buffer.from(key.sign(payload), 'base64url')),
  };
  // Two processes that come first at once make one certificate.
  await tx.client.query('select pg_advisory_xact_lock(hashtext($1), $2)', ['media.certificates', tx.countyId]);
  const [kept] = await tx.named<{ chain: Buffer[]; validUntil: Date }>(
    'media.own-certificate',
    'select chain, valid_until as "validUntil" from media.certificates where county_id = $1 and own and valid_until > $2 order by valid_until desc limit 1',
    [tx.countyId, new Date(now.getTime() + renewedBeforeMilliseconds)],
  );
  if (kept && holdsKey(kept.chain, key.publicKey)) return { ...kept, ...signing };
  const names = { signer: inWords(county.publisher, 'zh-CN'), county: inWords(county.name, 'zh-CN') };
  const made = { ...(await makeCertificate(names, key.publicKey, now)), ...signing };
  await noteCertificate(tx, made, true);
  return made;
}

// A folder of keys that came from another backup than the database holds another key.
const holdsKey = ([first]: readonly Buffer[], publicKey: string): boolean =>
  first !== undefined &&
  Buffer.from(new X509Certificate(new Uint8Array(first)).publicKey.rawData).equals(Buffer.from(publicKey, 'base64'));

async function noteCertificate(tx: Tx, { chain, validUntil }: Credential, own: boolean): Promise<void> {
  const noted = await tx.client.query(
    `insert into media.certificates (county_id, id, chain, own, made_at, valid_until) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.countyId, certificateId(chain[0] ?? Buffer.alloc(0)), chain, own, tx.at, validUntil],
  );
  // What was signed under another one is signed anew.
  if (noted.rowCount === 1)
    await tx.client.query(
      `update media.pictures p set renditions_at = null, renditions_tried_at = null where county_id = $1 and renditions_at is not null
        and exists (select 1 from media.uses u where u.county_id = p.county_id and u.item_hash = p.hash and u.part <> 'draft')`,
      [tx.countyId],
    );
}

function signerOf({ chain, algorithm, sign }: Credential): PictureSigner {
  const [certificate, ...chainCertificates] = chain.map((der) => new X509Certificate(new Uint8Array(der)));
  if (!certificate) throw new Error('a credential without a certificate');
  return {
    id: certificateId(chain[0] ?? Buffer.alloc(0)),
    signer: { algorithm, certificate, chainCertificates, sign: (payload) => Promise.resolve(sign(payload)) },
  };
}
