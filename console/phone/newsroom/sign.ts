import { parseStatement, statementHash } from '@xiangyin/document';
import type { SigningOptions, StoryView } from '@xiangyin/server/contract';
import { answerWithPasskey } from '../access/passkey.ts';
import { act } from '../kit/api.ts';
import { cell } from '../kit/cell.ts';
import { newId } from '../kit/new-id.ts';
import { mayPass, Problem } from '../kit/problem.ts';
import type { ReviewedText } from './use-reviewed-text.ts';

/** A verdict on the very text that was read. */
export interface Verdict {
  readonly storyId: string;
  readonly step: string;
  readonly reviewed: ReviewedText;
  readonly verdict: 'approved' | 'returned' | 'rejected';
  readonly reason: string;
  readonly ticked: readonly string[];
  readonly exceptionReason: string;
  /** Why I sign last although somebody else is on duty. */
  readonly exception?: string;
}

/** `done`: signed. `confirm`: the person must first confirm who they are. */
export type Signing = { readonly outcome: 'done'; readonly story: StoryView } | { readonly outcome: 'confirm' };

/** Signs, or returns the text with its reason: fetches the statement, checks that it speaks of the text on the screen, lets the phone's passkey sign its hash. Throws Problem. */
export async function sign(verdict: Verdict): Promise<Signing> {
  const { storyId, step, reviewed } = verdict;
  const seen = { step, revisionId: reviewed.revisionId, textHash: reviewed.textHash, verdict: verdict.verdict };
  const { statement, statementHash: hash } = await act<{ statement: unknown; statementHash: string }>(
    'POST',
    `/stories/${storyId}/signing-statements`,
    seen,
  );
  mustSayWhatWasRead(statement, hash, storyId, reviewed.textHash);
  const options = await act<SigningOptions>('POST', '/signing-options', { statementHash: hash });
  if (options.way === 'step-up') return { outcome: 'confirm' };
  const assertion =
    options.way === 'passkey' && options.publicKey ? await answerWithPasskey(options.publicKey) : undefined;
  const body = {
    ...seen,
    ...(verdict.reason.trim() === '' ? {} : { reason: verdict.reason.trim() }),
    ...(verdict.ticked.length > 0 ? { ticked: verdict.ticked } : {}),
    ...(verdict.exceptionReason.trim() === '' ? {} : { exceptionReason: verdict.exceptionReason.trim() }),
    ...(verdict.exception ? { exception: verdict.exception.trim() } : {}),
    statement,
    ...(assertion ? { assertion } : {}),
  };
  return { outcome: 'done', story: await sendOnce(`/stories/${storyId}/signatures`, body) };
}

/** Takes my latest signature of a story back, under a signature of its own. Throws Problem. */
export async function takeBackSignature(story: StoryView): Promise<Signing> {
  const signatureId = story.mayTakeBack?.signatureId ?? '';
  const given = story.signatures.find((one) => one.id === signatureId);
  const { statement, statementHash: hash } = await act<{ statement: unknown; statementHash: string }>(
    'POST',
    `/stories/${story.id}/signing-statements`,
    { verdict: 'taken-back', signatureId },
  );
  mustSayWhatWasRead(statement, hash, story.id, given?.textHash ?? '');
  const options = await act<SigningOptions>('POST', '/signing-options', { statementHash: hash });
  if (options.way === 'step-up') return { outcome: 'confirm' };
  const assertion =
    options.way === 'passkey' && options.publicKey ? await answerWithPasskey(options.publicKey) : undefined;
  const body = { signatureId, statement, ...(assertion ? { assertion } : {}) };
  return { outcome: 'done', story: await sendOnce(`/stories/${story.id}/signature-take-backs`, body) };
}

/** Lets the phone's passkey sign what was prepared, where there is one. Null: the person must first confirm who they are. Throws Problem. */
export async function signedBy(statement: unknown, hash: string): Promise<object | null> {
  const options = await act<SigningOptions>('POST', '/signing-options', { statementHash: hash });
  if (options.way === 'step-up') return null;
  const assertion =
    options.way === 'passkey' && options.publicKey ? await answerWithPasskey(options.publicKey) : undefined;
  return { statement, ...(assertion ? { assertion } : {}) };
}

/** A key must never sign what did not stand on the screen. Throws Problem StatementForeign. */
export function mustSayWhatWasRead(statement: unknown, hash: string, storyId: string, textHash: string): void {
  const read = parseStatement(statement);
  if (statementHash(read) !== hash || read.story !== storyId || read.textHash !== textHash)
    throw new Problem('StatementForeign', 0, 'StatementForeign');
}

/** How many signatures of this phone have arrived: what shows their effects asks anew. */
export const signaturesSent = cell(0);

/** Sends a signed act under the same key each time: a line that breaks after the server has signed makes no second signature. Throws Problem. */
export async function sendOnce<T = StoryView>(path: string, body: unknown): Promise<T> {
  const key = newId();
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await act<T>('POST', path, body, key);
      signaturesSent.set(signaturesSent.get() + 1);
      return answer;
    } catch (error) {
      if (attempt >= 3 || !mayPass(error)) throw error;
      await new Promise((done) => setTimeout(done, 1_500 * (attempt + 1)));
    }
  }
}
