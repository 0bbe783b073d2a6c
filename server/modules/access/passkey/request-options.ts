import type { z } from 'zod';
import type { requestOptions } from '../contract.ts';
import type { Passkey } from '../passkey-queries.ts';

/** Options for `navigator.credentials.get`: user verification always, two minutes to answer. Without `passkeys` the browser offers whatever it has. */
export async function optionsFor(
  rpId: string,
  challenge: Uint8Array<ArrayBuffer>,
  passkeys: readonly Passkey[] = [],
): Promise<z.infer<typeof requestOptions>> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({
    rpID: rpId,
    challenge,
    userVerification: 'required',
    timeout: 120_000,
  });
  return {
    challenge: options.challenge,
    rpId,
    timeout: 120_000,
    userVerification: 'required',
    ...(passkeys.length > 0
      ? {
          allowCredentials: passkeys.map((one) => ({
            id: one.credentialId,
            type: 'public-key' as const,
            ...(one.transports.length > 0 ? { transports: one.transports } : {}),
          })),
        }
      : {}),
  };
}
