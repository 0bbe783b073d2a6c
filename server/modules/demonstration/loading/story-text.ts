import { storyTextFromParagraphs } from '@xiangyin/document';
import type { Block, PlainBlock, PlainFigure, StoryText } from '@xiangyin/document';
import type { Picture } from '#media';
import { storyByKey } from '../content/stories.ts';
import type { StoryText as WrittenText } from '../content/stories.ts';
import { creditOf } from './draw-pictures.ts';

type Shown = Pick<Picture, 'hash' | 'width' | 'height'>;

/** What a text shows besides its words. */
export interface Beside {
  readonly picture: Shown | null;
  readonly gallery?: ReadonlyMap<string, Shown>;
  readonly recording?: { readonly href: string; readonly words: string } | null;
}

/** A written text as the newsroom keeps it: the picture first, then the paragraphs, then the gallery, and last what can be heard or seen. Throws when the words do not fit the shape. */
export function storyText(
  written: WrittenText,
  language: 'zh' | 'en',
  { picture, gallery = new Map(), recording = null }: Beside,
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
  return recording ? withRecording(parsed.text, recording) : parsed.text;
}

function withRecording(text: StoryText, { href, words }: { href: string; words: string }): StoryText {
  const link: Block = {
    type: 'paragraph',
    content: [{ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }],
  };
  return { ...text, body: { ...text.body, content: [...text.body.content, link] } };
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
