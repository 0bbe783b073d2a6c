import { statementHash, type Statement } from '@xiangyin/document';
import type { preparedStatement, signingOptions, assertionShape } from '@xiangyin/server/contract';
import { askPasskey, passkeysWork } from '../../access/passkeys.ts';
import { act } from '../../kit/api.ts';
import { passGate } from '../../kit/gate.ts';
import { Problem } from '../../kit/problem.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer, Sent } from '../../kit/shape.ts';

/** By what this person would sign here and now. */
export type SigningWay = 'passkey' | 'attested' | 'demonstration';

/** What goes along with a verdict. */
export interface Signing {
  readonly statement: Answer<typeof preparedStatement>['statement'];
  readonly assertion?: Sent<typeof assertionShape>;
}

/** By what I would sign on this device. */
export function useSigningWay(): SigningWay {
  const me = useMe();
  if (me.hasPasskey && passkeysWork()) return 'passkey';
  return me.demonstration ? 'demonstration' : 'attested';
}

/** Has a statement prepared, checks that it says what stands on the screen, and lets the person's key sign it. `attested`: without a key, after confirming. Null: given up. */
export async function prepareSigning(
  storyId: string,
  verdict: Readonly<Record<string, unknown>>,
  textHash: string,
  attested: boolean,
): Promise<Signing | null> {
  const prepared = await act<Answer<typeof preparedStatement>>(
    'POST',
    `/stories/${storyId}/signing-statements`,
    verdict,
  );
  mustSayWhatIsShown(prepared, textHash);
  return signPrepared(prepared, attested);
}

/** Lets the person's key sign what was prepared, and was found to say what stands on the screen. `attested`: without a key, after confirming. Null: given up. */
export async function signPrepared(
  prepared: Answer<typeof preparedStatement>,
  attested: boolean,
): Promise<Signing | null> {
  const { statement } = prepared;
  for (let asked = 0; asked < 2; asked++) {
    const options = await act<Answer<typeof signingOptions>>('POST', '/signing-options', {
      statementHash: prepared.statementHash,
    });
    if (options.way === 'passkey' && options.publicKey && !attested)
      return { statement, assertion: await askPasskey(options.publicKey) };
    if (options.way === 'demonstration' || options.mayAttest) return { statement };
    if (!(await passGate('step-up'))) return null;
  }
  return { statement };
}

// A key must never sign what the person did not see: text and statement are hashed here, on this device.
function mustSayWhatIsShown(
  { statement, statementHash: claimed }: Answer<typeof preparedStatement>,
  textHash: string,
): void {
  if (statement.textHash !== textHash || statementHash(statement as Statement) !== claimed)
    throw new Problem('FingerprintDiffers', 0, '');
}
