import type { SigningOptions, StoryView } from '@xiangyin/server/contract';
import { answerWithPasskey } from '../access/passkey.ts';
import { act, read } from '../kit/api.ts';
import { mustSayWhatWasRead, sendOnce, type Signing } from './sign.ts';

/** Taking from the public at once, or putting back as it was. */
export type Turn = 'withdrawn' | 'restored';

interface Signed {
  readonly statement: unknown;
  readonly assertion?: unknown;
}

/** Withdraws a published story, or restores a withdrawn one, with the translations named; each under a signature of its own. Throws Problem. */
export async function turnStory(
  story: StoryView,
  turn: Turn,
  {
    reason,
    note,
    exception,
    along,
  }: { reason: string; note: string; exception?: string | undefined; along: readonly string[] },
): Promise<Signing> {
  const own = await signTurn(story.id, turn, story.edition?.textHash ?? story.textHash);
  if (own === null) return { outcome: 'confirm' };
  const translations: (Signed & { storyId: string })[] = [];
  for (const storyId of along) {
    const { edition, textHash } = await read<StoryView>(`/stories/${storyId}`);
    const signed = await signTurn(storyId, turn, edition?.textHash ?? textHash);
    if (signed === null) return { outcome: 'confirm' };
    translations.push({ storyId, ...signed });
  }
  const path = `/stories/${story.id}/${turn === 'withdrawn' ? 'withdrawals' : 'restorations'}`;
  const body = {
    reason: reason.trim(),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(exception === undefined ? {} : { exception: exception.trim() }),
    ...own,
    ...(turnable(story, turn).length > 0 ? { translations } : {}),
  };
  return { outcome: 'done', story: await sendOnce(path, body) };
}

/** Whether this person would act alone, because nobody is on duty: they say why. */
export const isInGap = (story: StoryView, turn: Turn): boolean =>
  turn === 'withdrawn' && !story.abilities.includes('story.withdraw');

/** The translations that stand as their original does; `follows`: what happens to it should happen to them, unless somebody knows better. */
export function turnable(
  story: StoryView,
  turn: Turn,
): (StoryView['translations'][number] & { readonly follows: boolean })[] {
  if (story.translationOf !== null) return [];
  return story.translations
    .filter((one) => one.publicState === (turn === 'withdrawn' ? 'published' : 'withdrawn'))
    .map((one) => ({ ...one, follows: turn === 'withdrawn' || one.withdrawnAt === story.withdrawnAt }));
}

// Null: the person must first confirm who they are.
async function signTurn(storyId: string, verdict: Turn, textHash: string): Promise<Signed | null> {
  const { statement, statementHash: hash } = await act<{ statement: unknown; statementHash: string }>(
    'POST',
    `/stories/${storyId}/signing-statements`,
    { verdict },
  );
  mustSayWhatWasRead(statement, hash, storyId, textHash);
  const options = await act<SigningOptions>('POST', '/signing-options', { statementHash: hash });
  if (options.way === 'step-up') return null;
  if (options.way !== 'passkey' || !options.publicKey) return { statement };
  return { statement, assertion: await answerWithPasskey(options.publicKey) };
}
