import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { Assertion } from '../contract.ts';

/** A passkey in software that behaves as a device does: ES256, user verification, a rising counter. For tests only. */
export class SoftwarePasskey {
  readonly id = randomBytes(24).toString('base64url');
  readonly #origin: string;
  readonly #rpId: string;
  readonly #key: { privateKey: KeyObject; publicKey: KeyObject };
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
    this.#rpId = new URL(origin).hostname;
    this.#key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** The answer to `navigator.credentials.create` with this challenge (base64url). */
  create(challenge: string): Record<string, unknown> {
    const clientDataJSON = this.#clientData('webauthn.create', challenge);
    const credential = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([credential.length >> 8, credential.length & 255]),
      credential,
      this.#cose(),
    ]);
    const authData = Buffer.concat([this.#authenticatorData(0b01000101), attested]);
    const attestationObject = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', Uint8Array.from(authData)],
      ]),
    );
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientDataJSON.toString('base64url'),
        attestationObject: Buffer.from(attestationObject).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** The answer to `navigator.credentials.get` with this challenge (base64url). `verified: false` leaves out the fingerprint. */
  get(challenge: string, options: { verified?: boolean; origin?: string } = {}): Assertion {
    this.counter += 1;
    const clientDataJSON = this.#clientData('webauthn.get', challenge, options.origin);
    const authenticatorData = this.#authenticatorData(options.verified === false ? 0b001 : 0b101);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), this.#key.privateKey);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientDataJSON.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  #clientData(type: string, challenge: string, origin = this.#origin): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #authenticatorData(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(Buffer.from(this.#rpId)), Buffer.from([flags]), counter]);
  }

  #cose(): Buffer {
    const jwk = this.#key.publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(jwk.x)],
      [-3, bytes(jwk.y)],
    ]);
    return Buffer.from(isoCBOR.encode(key));
  }
}

const bytes = (text: string | undefined): Uint8Array => Uint8Array.from(Buffer.from(text ?? '', 'base64url'));
const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
