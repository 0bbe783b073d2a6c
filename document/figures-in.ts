import type { FigureAttrs, StoryText } from './schema.ts';

/** A picture of a text, and the JSON pointer to its attributes. */
export type PlacedFigure = { path: string; attrs: FigureAttrs };

/** The pictures of a text in reading order, those of galleries among them. */
export function figuresIn(text: StoryText): PlacedFigure[] {
  return text.body.content.flatMap((block, i): PlacedFigure[] => {
    const path = `/body/content/${i}`;
    if (block.type === 'figure') return [{ path: `${path}/attrs`, attrs: block.attrs }];
    if (block.type !== 'gallery') return [];
    return block.content.map(({ attrs }, k) => ({ path: `${path}/content/${k}/attrs`, attrs }));
  });
}

/** The text with the attributes of each picture changed; `path` as in `figuresIn`. */
export function withFigures(text: StoryText, change: (figure: PlacedFigure) => FigureAttrs): StoryText {
  const changed = <One extends { type: 'figure'; attrs: FigureAttrs }>(one: One, path: string): One => ({
    ...one,
    attrs: change({ path: `${path}/attrs`, attrs: one.attrs }),
  });
  const content = text.body.content.map((block, i) => {
    const path = `/body/content/${i}`;
    if (block.type === 'figure') return changed(block, path);
    if (block.type !== 'gallery') return block;
    return { ...block, content: block.content.map((one, k) => changed(one, `${path}/content/${k}`)) };
  });
  return { ...text, body: { ...text.body, content } };
}
