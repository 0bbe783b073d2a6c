import { escapeHtml, renderHtml } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of the text that a reader sees in a piece of our own HTML, without any white space, so that two renderings can be compared. What the library says beside a picture or a recording is no word of the text. */
export const visibleWords = (html: string): string =>
  html
    .replace(/<small class="picture-note">(?:<a [^>]*>)?[^<]*(?:<\/a>)?<\/small>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
      decimal
        ? String.fromCodePoint(Number(decimal))
        : hex
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : (named[name ?? ''] ?? whole),
    )
    .normalize('NFC')
    .replace(/\s+/g, '');

/** Title and text of a story's page, or undefined when the page shows no story. Our bodies hold no `div`, so the first end closes the text. */
export function storyWordsOf(page: string): string | undefined {
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1];
  const text = /<div class="story-text"[^>]*>([\s\S]*?)<\/div>/.exec(page)?.[1];
  return title === undefined || text === undefined ? undefined : visibleWords(`${title} ${text}`);
}

/** What `storyWordsOf` finds on the page of a text. */
export const wordsOfStory = (text: StoryText): string =>
  visibleWords(
    `${escapeHtml(text.title)} ${renderHtml(text, { resolveFigure: () => ({ src: '', width: 1, height: 1 }) })}`,
  );
