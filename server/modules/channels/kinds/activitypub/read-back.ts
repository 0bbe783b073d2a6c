import type { Seen } from '../kind.ts';
import type { Sending } from '../sending.ts';
import { fetchPage } from '../site/fetch-page.ts';
import { visibleWords } from '../site/visible-words.ts';
import { addressesOf } from './documents/addresses.ts';
import { articleDocument } from './documents/article.ts';
import { mediaType } from './documents/documents.ts';
import type { ActivitypubSettings } from './settings.ts';

/** Asks for the Article as another server would: the words that stand there, and those of the edition. */
export async function readBack({ ctx, channelId, copy, piece }: Sending<ActivitypubSettings>): Promise<Seen> {
  const id = copy.remoteId ?? '';
  try {
    const { pathname } = new URL(addressesOf(ctx, channelId).object(id));
    const { status, html } = await fetchPage(ctx, pathname, mediaType);
    if (status !== 200) return { problem: `status-${status}` };
    const wanted = articleDocument(ctx, channelId, id, piece);
    return { words: wordsOf(JSON.parse(html)), wanted: wordsOf(wanted) };
  } catch {
    return { problem: 'no-answer' };
  }
}

function wordsOf(article: unknown): string {
  const { name, content } = Object(article) as { name?: unknown; content?: unknown };
  return visibleWords(`${typeof name === 'string' ? name : ''} ${typeof content === 'string' ? content : ''}`);
}
