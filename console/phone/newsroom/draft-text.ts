import {
  paragraphsFromPaste,
  parseStoryText,
  storyTextFromParagraphs,
  type Block,
  type Inline,
  type ParsedText,
  type StoryText,
} from '@xiangyin/document';
import { newId } from '../kit/new-id.ts';
import type { Draft, DraftPart, DraftPicture } from './draft.ts';

/** The text that the draft makes. Pictures that the server does not have yet stand under a hash of zeros. */
export function textOf(draft: Draft): ParsedText {
  const content = draft.parts.flatMap((part): Block[] =>
    part.kind === 'words'
      ? paragraphsOf(part.words, draft)
      : [part.kind === 'picture' ? figureOf(part.picture) : part.block],
  );
  const body = { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  return parseStoryText(
    { v: 1, language: draft.language, title: draft.title.trim(), deck: draft.deck.trim(), body },
    { draft: true },
  );
}

function paragraphsOf(words: string, draft: Draft): Block[] {
  const paragraphs = paragraphsFromPaste(words);
  if (paragraphs.length === 0) return [];
  const parsed = storyTextFromParagraphs({ language: draft.language, title: '', paragraphs }, { draft: true });
  // What is too long is told by the whole text, with its place.
  return parsed.ok ? parsed.text.body.content : [{ type: 'paragraph', content: [{ type: 'text', text: words }] }];
}

const figureOf = ({ hash, width, height, alt, caption, credit }: DraftPicture): Block => ({
  type: 'figure',
  attrs: {
    hash: hash ?? '0'.repeat(64),
    width,
    height,
    alt: alt.trim(),
    caption: caption.trim(),
    credit: credit.trim(),
  },
});

/** A text from the server as the parts of a draft. */
export function partsOf(text: StoryText): DraftPart[] {
  const parts: DraftPart[] = [];
  let lines: string[] = [];
  for (const block of text.body.content) {
    const line = block.type === 'paragraph' ? plainWords(block.content ?? []) : null;
    if (line !== null) lines.push(line);
    else {
      parts.push(
        { kind: 'words', words: lines.join('\n\n') },
        block.type === 'figure'
          ? { kind: 'picture', picture: { id: newId(), bytes: null, ...block.attrs } }
          : { kind: 'fixed', block },
      );
      lines = [];
    }
  }
  parts.push({ kind: 'words', words: lines.join('\n\n') });
  return parts;
}

// As `storyTextFromParagraphs` reads it: **bold**, [words](address) and [^words of a footnote]. Null for what cannot be typed so.
function plainWords(content: readonly Inline[]): string | null {
  let line = '';
  for (const node of content) {
    if (node.type === 'footnote') {
      const note = noteWords(node.content);
      if (note === null) return null;
      line += note;
      continue;
    }
    if (node.type !== 'text') return null;
    const marks = node.marks ?? [];
    const link = marks.find((mark) => mark.type === 'link');
    if (marks.some((mark) => mark.type === 'italic') || (link && marks.length > 1)) return null;
    if (link) line += `[${node.text}](${link.attrs.href})`;
    else line += marks.length > 0 ? `**${node.text}**` : node.text;
  }
  return line;
}

function noteWords(content: readonly Inline[]): string | null {
  const [only, ...more] = content;
  if (only?.type !== 'text' || only.marks || more.length > 0 || /[\][]/.test(only.text)) return null;
  return `[^${only.text}]`;
}
