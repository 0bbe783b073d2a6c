import { randomBytes } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** How long a certificate of the county's own holds. */
const validDays = 3 * 365;
const ed25519 = { name: 'Ed25519' };
const dayMilliseconds = 86_400_000;

/** A certificate for a public key of the county (Ed25519, SPKI in base64), and the authority that issued it, both DER. The authority's private key signs this once and is kept nowhere: nobody can issue another in its name, and nobody vouches for it. C2PA refuses a signer who signed their own certificate (C2PA 2.1 §14.5.1). */
export async function makeCertificate(
  names: { readonly signer: string; readonly county: string },
  publicKey: string,
  now: Date,
): Promise<{ chain: Buffer[]; validUntil: Date }> {
  const { subtle } = globalThis.crypto;
  const signerKey = await subtle.importKey('spki', Buffer.from(publicKey, 'base64'), ed25519, true, ['verify']);
  const authorityKeys = await subtle.generateKey(ed25519, false, ['sign', 'verify']);
  if (!('privateKey' in authorityKeys)) throw new Error('no pair of keys');
  const validUntil = new Date(now.getTime() + validDays * dayMilliseconds);
  // Clocks of readers may be behind ours.
  const span = { notBefore: new Date(now.getTime() - dayMilliseconds), notAfter: validUntil };
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...span,
    serialNumber: serial(),
    name: [{ O: [names.county] }, { CN: [`${names.county} C2PA`] }],
    keys: authorityKeys,
    signingAlgorithm: ed25519,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const signer = await X509CertificateGenerator.create({
    ...span,
    serialNumber: serial(),
    subject: [{ O: [names.county] }, { CN: [names.signer] }],
    issuer: authority.subject,
    publicKey: signerKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: ed25519,
    // What C2PA 2.1 §14.5.1.1 asks of a signer.
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.emailProtection]),
      await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
      await SubjectKeyIdentifierExtension.create(signerKey),
    ],
  });
  return { chain: [signer, authority].map((one) => Buffer.from(one.rawData)), validUntil };
}

// Positive, as X.509 asks.
const serial = (): string => `0${randomBytes(15).toString('hex')}a`.slice(0, 32);
