import type { FigureAttrs, StoryText } from './schema.ts';

/** What of a text can change for itself: the headline, the lead, the words and their order, a picture, what stands with a picture (caption, alternative text, credit). */
export type TextPart = 'title' | 'lead' | 'body' | 'picture' | 'caption';

/** Which parts differ between two texts, in reading order; empty exactly when their hashes are equal, for texts of one language. A picture put in or taken out changes the body. */
export function changedParts(before: StoryText, after: StoryText): TextPart[] {
  const [was, is] = [apart(before), apart(after)];
  const differs = (of: (one: typeof was) => unknown): boolean => JSON.stringify(of(was)) !== JSON.stringify(of(is));
  const parts: TextPart[] = [];
  if (before.title !== after.title) parts.push('title');
  if (before.deck !== after.deck) parts.push('lead');
  if (differs((one) => one.words) || before.language !== after.language) parts.push('body');
  if (differs((one) => one.figures.map(({ hash, width, height }) => [hash, width, height]))) parts.push('picture');
  if (differs((one) => one.figures.map(({ alt, caption, credit }) => [alt, caption, credit]))) parts.push('caption');
  return parts;
}

// The body with nothing in its pictures' places, and the pictures beside it. Keys are put in one order: texts come from the database in another one.
function apart(text: StoryText): { words: unknown; figures: FigureAttrs[] } {
  const figures: FigureAttrs[] = [];
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without);
    if (typeof value !== 'object' || value === null) return value;
    const node: { readonly [key: string]: unknown } = { ...value };
    if (node['type'] !== 'figure')
      return Object.keys(node)
        .sort()
        .map((key) => [key, without(node[key])]);
    figures.push(node['attrs'] as FigureAttrs);
    return 'figure';
  };
  return { words: without(text.body.content), figures };
}
