import type { StoryText } from '@xiangyin/document';
import { storyTextFromParagraphs, paragraphsFromPaste, type ParsedText, type PlainBlock } from '@xiangyin/document';
import { allOf, put, remove, taken } from '../kit/device-store.ts';
import type { Language } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';

/** A picture as it lies in a draft: small enough for a slow line, its bytes on this phone until the server has them. */
export interface DraftPicture {
  readonly id: string;
  /** JPEG; absent once the server has it and the bytes are no longer needed here. */
  readonly bytes: ArrayBuffer | null;
  /** SHA-256 under which the server keeps it; null until it is there. */
  readonly hash: string | null;
  readonly width: number;
  readonly height: number;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
  readonly caption: string;
}

/** A stretch of a draft: paragraphs as typed, or a picture. Words and pictures take turns, words first and last. */
export type DraftPart =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'picture'; readonly picture: DraftPicture };

/** A text on this phone. */
export interface Draft {
  readonly id: string;
  readonly personId: string;
  readonly savedAt: string;
  readonly language: Language;
  readonly title: string;
  readonly parts: readonly DraftPart[];
  readonly sectionId: string | null;
  readonly placeId: string | null;
  /** The story on the server that this changes (one that came back), and the version it was read at; null: a new one. */
  readonly revises: { readonly storyId: string; readonly version: number } | null;
}

/** An empty draft. */
export const newDraft = (personId: string, language: Language): Draft => ({
  id: newId(),
  personId,
  savedAt: new Date().toISOString(),
  language,
  title: '',
  parts: [{ kind: 'words', words: '' }],
  sectionId: null,
  placeId: null,
  revises: null,
});

/** Whether there is anything in it. */
export const isEmpty = (draft: Draft): boolean =>
  draft.title.trim() === '' && draft.parts.every((part) => part.kind === 'words' && part.words.trim() === '');

/** Keeps the draft on this phone. */
export const keepDraft = (draft: Draft): Promise<unknown> => put('drafts', draft.id, draft);
/** Forgets the draft: it was handed in, or given up. */
export const forgetDraft = (id: string): Promise<unknown> => remove('drafts', id);
/** The draft with this id, if it is still on this phone and this person's. */
export async function draftById(id: string, personId: string): Promise<Draft | undefined> {
  const draft = (await taken('drafts', id)) as Draft | undefined;
  return draft?.personId === personId ? draft : undefined;
}
/** The person's drafts on this phone, the latest first. */
export async function draftsOf(personId: string): Promise<Draft[]> {
  const drafts = (await allOf('drafts')) as Draft[];
  return drafts.filter((draft) => draft.personId === personId).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

/** The text that the draft makes. Pictures that the server does not have yet stand under a hash of zeros. */
export function textOf(draft: Draft): ParsedText {
  const paragraphs = draft.parts.flatMap((part): PlainBlock[] =>
    part.kind === 'words' ? paragraphsFromPaste(part.words) : [figureOf(part.picture)],
  );
  return storyTextFromParagraphs(
    { language: draft.language, title: draft.title.trim(), paragraphs: paragraphs.length > 0 ? paragraphs : [''] },
    { draft: true },
  );
}

const figureOf = ({ hash, width, height, alt, caption }: DraftPicture): PlainBlock => ({
  figure: { hash: hash ?? '0'.repeat(64), width, height, alt: alt.trim(), caption: caption.trim(), credit: '' },
});

/** The draft's parts of a text from the server, or null when it holds what this entry cannot write (lists, boxes): those belong to the large console. */
export function partsOf(text: StoryText): DraftPart[] | null {
  const parts: DraftPart[] = [];
  let words: string[] = [];
  const flush = () => parts.push({ kind: 'words', words: words.splice(0).join('\n\n') });
  for (const block of text.body.content) {
    if (block.type === 'paragraph') {
      const line = plainWords(block.content ?? []);
      if (line === null) return null;
      words.push(line);
    } else if (block.type === 'figure') {
      flush();
      const { hash, width, height, alt, caption } = block.attrs;
      parts.push({ kind: 'picture', picture: { id: newId(), bytes: null, hash, width, height, alt, caption } });
    } else return null;
  }
  flush();
  words = [];
  return parts;
}

// As `storyTextFromParagraphs` reads it: **bold** and [words](address); anything else cannot be typed here.
function plainWords(
  content: NonNullable<Extract<StoryText['body']['content'][number], { type: 'paragraph' }>['content']>,
): string | null {
  let line = '';
  for (const node of content) {
    if (node.type !== 'text') return null;
    const marks = node.marks ?? [];
    const link = marks.find((mark) => mark.type === 'link');
    if (marks.some((mark) => mark.type === 'italic') || (link && marks.length > 1)) return null;
    if (link) line += `[${node.text}](${link.attrs.href})`;
    else line += marks.length > 0 ? `**${node.text}**` : node.text;
  }
  return line;
}
