import { canonicalJson } from '@xiangyin/document';
import { inWords } from '#places';
import { detachedJws } from '#platform/compact-jws';
import { addressOf } from '#platform/county-address';
import { countyKeys } from '#platform/key-rotation';
import type { CountyKey, KeyRotation } from '#platform/key-rotation';
import type { Tx } from '#platform/transaction';
import type { KeyList, ListedKey } from '../page-contract.ts';

/** The county's public keys, how each followed the one before, and the present key's signature over all of it. Only reads. Null while the county has signed nothing yet. */
export async function keyListOf(tx: Tx): Promise<KeyList | null> {
  const [{ keys, rotations }, signer] = [await countyKeys(tx, 'county'), await tx.ctx.app.keys.heldKey(tx, 'county')];
  if (!signer) return null;
  const list = {
    v: 1,
    issuer: addressOf(tx.ctx),
    county: tx.ctx.county.slug,
    publisher: Object.fromEntries(tx.ctx.county.languages.map((one) => [one, inWords(tx.ctx.county.publisher, one)])),
    at: tx.at.toISOString(),
    keys: keys.map(listedKey),
    rotations: rotations.map(listedRotation),
  } satisfies Omit<KeyList, 'signature'>;
  return { ...list, signature: detachedJws(signer, canonicalJson(list)) };
}

// RFC 8037: the last 32 bytes of an Ed25519 key's SPKI are the key itself.
const listedKey = ({ id, publicKey, madeAt, retiredAt, retiredWhy }: CountyKey): ListedKey => ({
  kty: 'OKP',
  crv: 'Ed25519',
  alg: 'EdDSA',
  use: 'sig',
  kid: id,
  x: Buffer.from(publicKey, 'base64').subarray(-32).toString('base64url'),
  since: madeAt.toISOString(),
  until: retiredAt?.toISOString() ?? null,
  ended: retiredWhy,
});

const listedRotation = ({
  from,
  to,
  statement,
  signature,
  confirmation,
}: KeyRotation): KeyList['rotations'][number] => ({
  from,
  to,
  statement,
  signature,
  confirmation,
});
