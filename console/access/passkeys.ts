import {
  startAuthentication,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Answer, Sent } from '../kit/shape.ts';
import type { assertionShape, requestOptions } from '@xiangyin/server/contract';

/** Lets the device answer: sign in, confirm, or sign a statement. Throws when the person turns away or the device cannot. */
export async function askPasskey(options: Answer<typeof requestOptions>): Promise<Sent<typeof assertionShape>> {
  const answer = await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
  return assertionOf(answer);
}

function assertionOf({
  id,
  rawId,
  response,
  authenticatorAttachment,
}: AuthenticationResponseJSON): Sent<typeof assertionShape> {
  return {
    id,
    rawId,
    type: 'public-key',
    clientExtensionResults: {},
    ...(authenticatorAttachment === 'platform' || authenticatorAttachment === 'cross-platform'
      ? { authenticatorAttachment }
      : {}),
    response: {
      clientDataJSON: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
      ...(response.userHandle === undefined ? {} : { userHandle: response.userHandle }),
    },
  };
}

/** Whether this browser knows passkeys at all; Chrome inside WeChat often does not. */
export const passkeysWork = (): boolean => typeof window.PublicKeyCredential === 'function';
