import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { X509Certificate } from '@peculiar/x509';
import { CoseAlgorithmIdentifier } from '@trustnxt/c2pa-ts/cose';

/** Signs bytes; `chain` DER, the signer's certificate first. */
export interface Credential {
  readonly algorithm: CoseAlgorithmIdentifier;
  readonly chain: readonly Buffer[];
  readonly validUntil: Date;
  sign(payload: Uint8Array): Uint8Array;
}

/** The key and the certificates of an authority, from a PEM file with the signer's certificate first. Throws for what is no such file, for another key than Ed25519, P-256 or P-384, and where key and certificate are no pair. */
export async function readCredential(path: string): Promise<Credential> {
  const text = await readFile(path, 'utf8');
  const key = createPrivateKey(
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----/.exec(text)?.[0] ?? '',
  );
  const certificates = [...text.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)].map(
    ([pem]) => new X509Certificate(pem),
  );
  const [first] = certificates;
  if (!first) throw new Error('no certificate in the file');
  const credential = {
    ...signingWith(key),
    chain: certificates.map((one) => Buffer.from(one.rawData)),
    validUntil: first.notAfter,
  };
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  if (!publicKey.equals(Buffer.from(first.publicKey.rawData))) throw new Error('key and certificate are no pair');
  return credential;
}

function signingWith(key: KeyObject): Pick<Credential, 'algorithm' | 'sign'> {
  if (key.asymmetricKeyType === 'ed25519')
    return { algorithm: CoseAlgorithmIdentifier.Ed25519, sign: (payload) => new Uint8Array(sign(null, payload, key)) };
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const [algorithm, hash] =
    curve === 'prime256v1'
      ? [CoseAlgorithmIdentifier.ES256, 'sha256']
      : curve === 'secp384r1'
        ? [CoseAlgorithmIdentifier.ES384, 'sha384']
        : [undefined, ''];
  if (algorithm === undefined) throw new Error('the key is neither Ed25519 nor P-256 nor P-384');
  // COSE asks for the two numbers side by side (RFC 9053 §2.1).
  return { algorithm, sign: (payload) => new Uint8Array(sign(hash, payload, { key, dsaEncoding: 'ieee-p1363' })) };
}
