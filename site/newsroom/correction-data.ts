import type { CorrectionNote, CorrectionsPageProps, StoryPageProps } from '@xiangyin/server/contract';
import { addressOf } from '../address.ts';
import type { Here } from '../here.ts';
import { pictureData, recordingsData } from './picture-data.ts';

/** What machines read of a story: who publishes it, since when, its pictures and recordings, and each of its corrections (schema.org NewsArticle, CorrectionComment). */
export const storyData = (here: Here, props: StoryPageProps): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  url: storyAddress(here, props),
  headline: props.title,
  ...(props.deck ? { description: props.deck } : {}),
  inLanguage: props.language,
  datePublished: props.publishedAt,
  dateModified: props.edition.at,
  articleSection: props.section.name,
  ...(props.validUntil ? { expires: props.validUntil } : {}),
  ...(props.pictures.length > 0
    ? { image: props.pictures.map((picture) => pictureData(here.frame.origin, picture)) }
    : {}),
  ...recordingsData(here.frame.origin, props.recordings),
  publisher: publisherOf(here),
  ...(props.corrections.length > 0
    ? { correction: props.corrections.map((one) => correctionComment(here, props, one)) }
    : {}),
});

/** What machines read of the register: each correction with the story it belongs to. */
export const registerData = (here: Here, props: CorrectionsPageProps): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'CollectionPage',
  name: here.t.newsroom.corrections.title,
  inLanguage: here.frame.language,
  url: absolute(here, '/corrections'),
  publisher: publisherOf(here),
  hasPart: props.entries.flatMap(({ correction, story }) =>
    correction
      ? [
          {
            ...correctionComment(here, story, correction),
            about: { '@type': 'NewsArticle', url: storyAddress(here, story), headline: story.title },
          },
        ]
      : [],
  ),
});

const correctionComment = (
  here: Here,
  story: { slug: string; language: string },
  correction: CorrectionNote,
): Record<string, unknown> => ({
  '@type': 'CorrectionComment',
  url: `${storyAddress(here, story)}#correction-${correction.edition}`,
  text: [correction.note, ...correction.changes.map((change) => inWords(here, change.runs))].filter(Boolean).join('\n'),
  datePublished: correction.at,
});

/** A change in plain words, where nothing can be struck through: what stood there, what stands there now. */
function inWords(here: Here, runs: CorrectionNote['changes'][number]['runs']): string {
  const without = (kind: 'del' | 'ins') =>
    runs
      .filter((run) => run.kind !== kind)
      .map((run) => run.text)
      .join('');
  return here.t.newsroom.corrections.change(without('ins'), without('del'));
}

const publisherOf = (here: Here): Record<string, unknown> => ({
  '@type': 'NewsMediaOrganization',
  name: here.frame.county.publisher,
  url: absolute(here, '/'),
  correctionsPolicy: absolute(here, '/corrections'),
});

const absolute = (here: Here, path: string): string => `${here.frame.origin}${here.to(path)}`;

// A text has its address in its own language, whatever the page around it speaks.
const storyAddress = ({ frame }: Here, { slug, language }: { slug: string; language: string }): string =>
  `${frame.origin}${addressOf(frame, `/stories/${slug}`, language === 'en' ? 'en' : 'zh-CN', 'normal')}`;
