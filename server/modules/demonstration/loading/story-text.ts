import { storyTextFromParagraphs } from '@xiangyin/document';
import type { Block, StoryText } from '@xiangyin/document';
import type { Picture } from '#media';
import type { StoryText as WrittenText } from '../content/stories.ts';
import { creditOf } from './draw-pictures.ts';

/** A written text as the newsroom keeps it: the picture first, then the paragraphs, and last what can be heard or seen. Throws when the words do not fit the shape. */
export function storyText(
  written: WrittenText,
  language: 'zh' | 'en',
  picture: Pick<Picture, 'hash' | 'width' | 'height'> | null,
  recording: { readonly href: string; readonly words: string } | null = null,
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
      paragraphs: [...figure, ...written.paragraphs],
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
