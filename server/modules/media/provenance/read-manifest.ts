import { JPEG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore, ValidationResult } from '@trustnxt/c2pa-ts/manifest';
import { sha256 } from '#platform/canonical';

/** What the manifest of a JPEG says, and whether it fits the very bytes. That somebody vouches for the signer is no part of it: the reader's library takes every authority for known. */
export interface ReadManifest {
  readonly valid: boolean;
  /** Codes of C2PA 2.1 §15. */
  readonly codes: readonly string[];
  /** As `media.certificates` names it; empty where none can be read. */
  readonly certificateId: string;
}

/** The manifest of a JPEG; undefined where it has none. Broken ones are not valid, and never throw. */
export async function readManifest(jpeg: Buffer): Promise<ReadManifest | undefined> {
  try {
    const asset = new JPEG(jpeg);
    const box = asset.getManifestJUMBF();
    if (!box) return undefined;
    const store = ManifestStore.read(SuperBox.fromBuffer(new Uint8Array(box)));
    const { isValid, statusEntries } = await store.validate(asset);
    const certificate = store.getActiveManifest()?.signature?.signatureData.certificate;
    return {
      valid: isValid,
      codes: statusEntries.map(({ code }) => code),
      certificateId: certificate ? certificateId(Buffer.from(certificate.rawData)) : '',
    };
  } catch (error) {
    const { statusEntries } = ValidationResult.fromError(error instanceof Error ? error : new Error('unreadable'));
    return { valid: false, codes: statusEntries.map(({ code }) => code), certificateId: '' };
  }
}

/** What a certificate (DER) is called in the library. */
export const certificateId = (certificate: Buffer): string => sha256(certificate).slice(0, 32);
