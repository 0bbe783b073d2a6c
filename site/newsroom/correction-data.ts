import type { CorrectionNote, CorrectionsPageProps, StoryPageProps } from '@xiangyin/server/contract';
import { addressOf } from '../address.ts';
import type { Here } from '../here.ts';
import { pictureData, recordingsData } from './picture-data.ts';

/** What machines read of a story: who publishes it, since when, its pictures and recordings, and each of its corrections (schema.org NewsArticle, CorrectionComment). */
export const storyData = (here: Here, props: StoryPageProps): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  url: storyAddress(here, props),
  mainEntityOfPage: storyAddress(here, props),
  headline: props.title,
  ...(props.deck ? { description: props.deck } : {}),
  inLanguage: props.language,
  datePublished: props.publishedAt,
  dateModified: props.edition.at,
  articleSection: props.section.name,
  ...(props.validUntil ? { expires: props.validUntil } : {}),
  version: props.edition.number,
  // The signed text, by its hash (RFC 6920).
  identifier: `ni:///sha-256;${base64url(props.fingerprint)}`,
  isAccessibleForFree: true,
  timeRequired: `PT${props.readMinutes}M`,
  author: { '@type': 'Organization', name: props.byline },
  ...(props.editedBy ? { editor: { '@type': 'Person', name: props.editedBy } } : {}),
  ...(props.places.length > 0 ? { contentLocation: props.places.map(({ name }) => ({ '@type': 'Place', name })) } : {}),
  ...(props.tags.length > 0 ? { keywords: props.tags.map(({ name }) => name) } : {}),
  image:
    props.pictures.length > 0
      ? props.pictures.map((picture) => pictureData(here.frame.origin, picture))
      : [{ '@type': 'ImageObject', contentUrl: `${here.frame.origin}${props.cardSrc}`, width: 1200, height: 630 }],
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
  logo: { '@type': 'ImageObject', url: `${here.frame.origin}/icon-512.png`, width: 512, height: 512 },
  correctionsPolicy: absolute(here, '/corrections'),
  publishingPrinciples: absolute(here, '/principles'),
  verificationFactCheckingPolicy: absolute(here, '/principles'),
  ethicsPolicy: absolute(here, '/principles'),
});

const base64url = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((one) => Number.parseInt(one, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const absolute = (here: Here, path: string): string => `${here.frame.origin}${here.to(path)}`;

// A text has its address in its own language, whatever the page around it speaks.
const storyAddress = ({ frame }: Here, { slug, language }: { slug: string; language: string }): string =>
  `${frame.origin}${addressOf(frame, `/stories/${slug}`, language === 'en' ? 'en' : 'zh-CN', 'normal')}`;
