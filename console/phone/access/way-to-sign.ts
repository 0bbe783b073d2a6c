import { session } from './session.ts';

/** How whoever is signed in would sign: with a key of their own, with that of the demonstration, or by an attestation of the system. The screen never says "sign" where the system attests. */
export function wayToSign(): 'passkey' | 'demonstration' | 'attested' {
  const me = session.me.get();
  if (me?.hasPasskey) return 'passkey';
  return me?.demonstration ? 'demonstration' : 'attested';
}
