import { editionText } from '#newsroom';
import type { Ctx } from '#platform/transaction';
import type { Copy } from '../../copy/copy-queries.ts';
import type { Seen } from '../kind.ts';
import type { FetchPage } from './fetch-page.ts';
import { storyWordsOf, wordsOfStory } from './visible-words.ts';

/** Asks for the public page of a copy as a reader would: the words that stand there, and those of the edition. */
export async function readPage(ctx: Ctx, copy: Copy, fetchPage: FetchPage): Promise<Seen> {
  try {
    const page = await fetchPage(ctx, copy.address ?? '/');
    const words = page.status === 200 ? storyWordsOf(page.html) : undefined;
    if (words === undefined) return { problem: `status-${page.status}` };
    return { words, wanted: wordsOfStory(await ctx.transaction((tx) => editionText(tx, copy.editionId))) };
  } catch {
    return { problem: 'no-answer' };
  }
}
