import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { encodeCBOR } from '@levischuck/tiny-cbor';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { passkeysOf } from '../passkey-queries.ts';
import type { Passkey } from '../passkey-queries.ts';
import { algorithms, spkiOf } from '../passkey/cose.ts';
import { relyingPartyId } from '../passkey/relying-party.ts';
import { addressOf } from '#platform/county-address';
import type { SignatureEvidence } from '../contract.ts';
import type { AccessTables } from '../tables.ts';

/** Under which purpose the private parts of a demonstration's passkeys are sealed. */
export const passkeySeal = 'access.demonstration-passkey';

/** Gives a person of the demonstration a passkey whose private half the server holds. Throws in a real county. */
export async function giveServerHeldPasskey(tx: Tx, personId: string): Promise<void> {
  if (!tx.ctx.county.demonstration) throw new Error('keys held by the server exist in demonstration counties only');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  // COSE_Key of type EC2 with algorithm ES256 on P-256 (RFC 9053 §7.1).
  const cose = encodeCBOR(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, algorithms.ES256],
      [-1, 1],
      [-2, Buffer.from(jwk.x ?? '', 'base64url')],
      [-3, Buffer.from(jwk.y ?? '', 'base64url')],
    ]),
  );
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' });
  await tx
    .tables<AccessTables>()
    .insertInto('access.passkeys')
    .values({
      county_id: tx.countyId,
      id: newId<'passkey'>(),
      person_id: personId,
      credential_id: randomBytes(24).toString('base64url'),
      public_key: Buffer.from(cose),
      algorithm: algorithms.ES256,
      counter: 0,
      rp_id: relyingPartyId(tx.ctx, undefined),
      name: 'demonstration',
      server_held: true,
      sealed_private_key: await tx.ctx.app.keys.seal(passkeySeal, secret),
      made_at: tx.ctx.app.clock.now(),
    })
    .execute();
}

/** The server's key by which this actor would sign: in a demonstration, as long as the person has no passkey of their own. Undefined otherwise. */
export async function serverHeldKeyOf(tx: Tx, actor: Actor): Promise<Passkey | undefined> {
  if (!actor.demonstration || !tx.ctx.county.demonstration) return undefined;
  const passkeys = await passkeysOf(tx, actor.id);
  return passkeys.every((one) => one.serverHeld) ? passkeys[0] : undefined;
}

/** Signs as the person's server-held passkey would, in the form of WebAuthn, marked as demonstration; undefined when they have none or one of their own. */
export async function signServerHeld(
  tx: Tx,
  actor: Actor,
  statementHash: string,
): Promise<SignatureEvidence | undefined> {
  const passkey = await serverHeldKeyOf(tx, actor);
  if (!passkey?.sealedPrivateKey) return undefined;
  const secret = await tx.ctx.app.keys.unseal(passkeySeal, passkey.sealedPrivateKey);
  const key = createPrivateKey({ key: secret, type: 'pkcs8', format: 'der' });
  const challenge = Buffer.from(statementHash, 'hex').toString('base64url');
  const clientDataJSON = Buffer.from(
    JSON.stringify({
      type: 'webauthn.get',
      challenge,
      origin: addressOf(tx.ctx),
      crossOrigin: false,
      heldBy: 'xiangyin-demonstration-server',
    }),
  );
  // Name hash, flags "user present" and "user verified", counter 0.
  const authenticatorData = Buffer.concat([sha256(Buffer.from(passkey.rpId)), Buffer.from([0b101, 0, 0, 0, 0])]);
  const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), key);
  return {
    kind: 'demonstration',
    credentialId: passkey.credentialId,
    authenticatorData: authenticatorData.toString('base64url'),
    clientDataJSON: clientDataJSON.toString('base64url'),
    signature: signature.toString('base64url'),
    publicKey: spkiOf(passkey.publicKey),
    algorithm: 'ES256',
    rpId: passkey.rpId,
  };
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
