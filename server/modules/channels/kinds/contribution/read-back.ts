import { sha256Hex } from '@xiangyin/document';
import { fetchThere } from '../../elsewhere/fetch-there.ts';
import type { Seen } from '../kind.ts';
import type { Sending } from '../sending.ts';
import { storyWordsOf, wordsOfStory } from '../site/visible-words.ts';
import { callCentre, failureOf, orNoAnswer } from './call-centre.ts';
import { noteAdoptedWords, noteSaid } from './contributed-copies.ts';
import { saidIn } from './said-of.ts';
import type { ContributionSettings } from './settings.ts';
import { sourceOf } from './source-of.ts';

/** Asks the other centre whether it still publishes what it adopted, and reads its page. Word for word as ours, or in words of its own, which are not compared with ours: what it showed first must go on standing there. */
export async function readBack(sending: Sending<ContributionSettings>): Promise<Seen> {
  const address = await publishedAt(sending);
  if (typeof address !== 'string') return address;
  const there = await fetchThere(sending.ctx, address, sending.settings.address);
  if (!('html' in there)) return there;
  const words = storyWordsOf(there.html);
  return words === undefined ? { uncompared: 'no-text' } : compared(sending, words);
}

/** Where it is public there, or what is seen instead. */
async function publishedAt(sending: Sending<ContributionSettings>): Promise<string | Seen> {
  const query = new URLSearchParams({ ...sourceOf(sending), edition: String(sending.piece.editionNumber) });
  const answer = await orNoAnswer(() =>
    callCentre(sending, { method: 'GET', path: `/contributions?${query.toString()}` }),
  );
  if ('outcome' in answer) return { problem: answer.problem };
  if (!answer.isGood) return { problem: answer.code === 'NotFound' ? 'not-there' : failureOf(answer).problem };
  const said = saidIn(answer.body);
  if (!said) return { problem: 'setup' };
  await sending.ctx.transaction((tx) => noteSaid(tx, sending.copy.id, said));
  if (said.state === 'published' && said.address !== null) return said.address;
  return { problem: said.state === 'withdrawn' || said.state === 'taken-back' ? 'not-there' : 'busy' };
}

async function compared({ ctx, copy, piece }: Sending, words: string): Promise<Seen> {
  const ours = wordsOfStory(piece.text);
  const hash = sha256Hex(words);
  const adopted = await ctx.transaction((tx) => noteAdoptedWords(tx, copy.id, hash));
  return words !== ours && hash === adopted ? { uncompared: 'own-words', hash } : { words, wanted: ours };
}
