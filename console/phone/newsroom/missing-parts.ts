import { countyNow } from '../kit/county-time.ts';
import type { TextKey } from '../kit/language.ts';
import type { Draft } from './draft.ts';
import { textOf } from './draft-text.ts';

/** What still stands in the way of handing a draft in, and the id of the field where it is mended. */
export interface MissingPart {
  readonly field: string;
  readonly words: TextKey;
}

/** In the order in which a reader meets them; empty when it can be handed in. */
export function missingParts(draft: Draft): MissingPart[] {
  const missing: MissingPart[] = [];
  if (draft.title.trim() === '') missing.push({ field: 'title', words: 'missing.title' });
  if (draft.parts.every((part) => part.kind !== 'words' || part.words.trim() === ''))
    missing.push({ field: 'words-0', words: 'missing.words' });
  for (const part of draft.parts)
    if (part.kind === 'picture' && part.picture.alt.trim() === '')
      missing.push({ field: `alt-${part.picture.id}`, words: 'missing.alt' });
  if (!draft.sectionId) missing.push({ field: 'section', words: 'missing.section' });
  if (!draft.placeId) missing.push({ field: 'place', words: 'missing.place' });
  if (draft.kind === 'notice' && draft.validUntil && Date.parse(draft.validUntil) <= countyNow())
    missing.push({ field: 'valid-until', words: 'missing.until' });
  const parsed = textOf(draft);
  if (!parsed.ok && missing.length === 0)
    missing.push({
      field: parsed.errors.some((error) => error.path === '/title') ? 'title' : 'words-0',
      words: 'missing.too-long',
    });
  return missing;
}
