import { storyTextFromParagraphs } from '@xiangyin/document';
import type { PlainBlock, PlainFigure, StoryText } from '@xiangyin/document';
import type { Picture } from '#media';
import { storyByKey } from '../content/stories.ts';
import type { StoryText as WrittenText } from '../content/stories.ts';
import { creditOf } from './draw-pictures.ts';

type Shown = Pick<Picture, 'hash' | 'width' | 'height'>;

/** A written text as the newsroom keeps it: the picture first, then the paragraphs, then the gallery. Throws when the words do not fit the shape. */
export function storyText(
  written: WrittenText,
  language: 'zh' | 'en',
  picture: Shown | null,
  gallery: ReadonlyMap<string, Shown> = new Map(),
): StoryText {
  const figure = picture
    ? [
        {
          figure: {
            hash: picture.hash,
            width: picture.width,
            height: picture.height,
            alt: written.alt,
            caption: written.caption,
            credit: creditOf(language),
          },
        },
      ]
    : [];
  const parsed = storyTextFromParagraphs(
    {
      language: language === 'zh' ? 'zh-CN' : 'en',
      title: written.title,
      deck: written.deck,
      paragraphs: [...figure, ...written.paragraphs, ...galleryOf(written, language, gallery)],
    },
    { draft: true },
  );
  if (!parsed.ok) throw new Error(`the text "${written.title}" has no good shape: ${JSON.stringify(parsed.errors)}`);
  return parsed.text;
}

function galleryOf(written: WrittenText, language: 'zh' | 'en', pictures: ReadonlyMap<string, Shown>): PlainBlock[] {
  const figures = (written.gallery ?? []).flatMap(({ of, caption }): PlainFigure[] => {
    const picture = pictures.get(of);
    if (!picture) return [];
    const { hash, width, height } = picture;
    return [{ hash, width, height, alt: storyByKey(of)[language].alt, caption, credit: creditOf(language) }];
  });
  return figures.length > 0 ? [{ gallery: figures }] : [];
}
