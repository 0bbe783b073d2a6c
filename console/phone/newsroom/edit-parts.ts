import type { MaterialView } from '@xiangyin/server/contract';
import { linkAddress, linkWords } from '../../media/material/link.ts';
import type { DraftPart, DraftPicture, DraftVoice } from './draft.ts';

/** The parts with these words at that place. */
export const withWords = (parts: readonly DraftPart[], at: number, words: string): DraftPart[] =>
  parts.map((part, index) => (index === at ? { kind: 'words', words } : part));

/** The parts with this picture changed. */
export const withPicture = (parts: readonly DraftPart[], picture: DraftPicture): DraftPart[] =>
  parts.map((part) =>
    part.kind === 'picture' && part.picture.id === picture.id ? { kind: 'picture', picture } : part,
  );

/** Puts a picture after the paragraph in which the cursor stands; the words there part around it. */
export function insertPicture(
  parts: readonly DraftPart[],
  cursor: { part: number; offset: number } | null,
  picture: DraftPicture,
): DraftPart[] {
  const last = parts.length - 1;
  const at = cursor && parts[cursor.part]?.kind === 'words' ? cursor.part : last;
  const part = parts[at];
  const words = part?.kind === 'words' ? part.words : '';
  const lineEnd = cursor && at === cursor.part ? words.indexOf('\n', cursor.offset) : -1;
  const split = lineEnd < 0 ? words.length : lineEnd;
  return [
    ...parts.slice(0, at),
    { kind: 'words', words: words.slice(0, split).trimEnd() },
    { kind: 'picture', picture },
    { kind: 'words', words: words.slice(split).trimStart() },
    ...parts.slice(at + 1),
  ];
}

/** Takes a picture out; the words around it come together. */
export function removePicture(parts: readonly DraftPart[], id: string): DraftPart[] {
  const at = parts.findIndex((part) => part.kind === 'picture' && part.picture.id === id);
  const [before, after] = [parts[at - 1], parts[at + 1]];
  if (at < 0 || before?.kind !== 'words' || after?.kind !== 'words') return [...parts];
  const words = [before.words.trimEnd(), after.words.trimStart()].filter((part) => part !== '').join('\n\n');
  return [...parts.slice(0, at - 1), { kind: 'words', words }, ...parts.slice(at + 2)];
}

/** The parts with a material of the library as a paragraph of its own behind the last words. */
export function withMaterial(parts: readonly DraftPart[], material: MaterialView): DraftPart[] {
  const at = parts.map((part) => part.kind).lastIndexOf('words');
  const part = parts[at];
  if (part?.kind !== 'words') return [...parts];
  const link = `[${linkWords(material).replace(/[[\]]/g, ' ').trim()}](${linkAddress(material)})`;
  return withWords(parts, at, [part.words.trimEnd(), link].filter((one) => one !== '').join('\n\n'));
}

/** The recordings with this one as it stands now; a new one comes last. */
export const withVoice = (voices: readonly DraftVoice[], voice: DraftVoice): DraftVoice[] =>
  voices.some((one) => one.id === voice.id)
    ? voices.map((one) => (one.id === voice.id ? voice : one))
    : [...voices, voice];
