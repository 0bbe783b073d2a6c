import { figuresIn, pictureHashes, readingSeconds, renderHtml } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { focusByHash, hashInHref, loneLinkHtml, materialsLinked, pagePicture, qrCode, shownMaterials } from '#media';
import type { ShownMaterial, Showing } from '#media';
import { displayNames } from '#people';
import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import type { Tag } from '#platform/i18n';
import type { OtherForm } from '#platform/manifest';
import type { Page, PageAnswer } from '#platform/page';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { correctionsOf, updatesOf } from '../lists/correction-entries.ts';
import { placeRefs, storyTeasers } from '../lists/public-stories.ts';
import type { FoundTeaser } from '../lists/public-stories.ts';
import type { SignatureNote, StoryPageProps, StoryPicture, WithdrawnStoryPageProps } from '../page-contract.ts';
import { markedEdition } from '../mark/marked-edition.ts';
import { markPath, storyMark } from '../mark/story-mark.ts';
import { stripOf, withdrawalNote } from '../review/signature-queries.ts';
import type { StripEntry } from '../review/signature-queries.ts';
import { sectionById } from '../section/section-queries.ts';
import { seriesOf } from '../series/series-queries.ts';
import type { Section } from '../section/section-queries.ts';
import { storyBySlug } from '../story/story-queries.ts';
import { tagsOf } from '../tag/tag-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { editionForPage, siblingsOf, successorOf } from './published-queries.ts';
import type { PublishedEdition, Sibling } from './published-queries.ts';
import { seriesAround } from './tag-pages.ts';

/** `/stories/:slug`: the valid edition with its signatures; a withdrawn story says so instead. A reader of the other language is led to the translation. */
export const storyPage: Page = {
  path: '/stories/:slug',
  view: 'newsroom/story',
  cached: true,
  load: ({ ctx, params }) => ctx.transaction((tx) => loadStory(tx, params['slug'] ?? '')),
};

async function loadStory(tx: Tx, slug: string): Promise<PageAnswer> {
  const { language } = tx.ctx;
  const story = found(await storyBySlug(tx, slug));
  const originalId = story.translationOf ?? story.id;
  const [valid, section, siblings, tags, series, related, corrections, updates, strip, forms, newest] = await together(
    story.editionId ? editionForPage(tx, story.editionId) : Promise.resolve(undefined),
    sectionById(tx, story.sectionId),
    siblingsOf(tx, story),
    tagsOf(tx, originalId),
    seriesOf(tx, originalId),
    storyTeasers(tx, language, { relatedTo: originalId, limit: 3 }),
    correctionsOf(tx, story.id),
    updatesOf(tx, story.id),
    story.editionId ? stripOf(tx, story.editionId) : Promise.resolve([]),
    otherForms(tx, story.id),
    isFresh(tx, story) ? newestOf(tx, story.sectionId) : Promise.resolve(undefined),
  );
  const edition = found(valid);
  const shown = [story.id, ...siblings.map((one) => one.id), ...(story.successorId ? [story.successorId] : [])];
  // The section's newest stand below the text.
  const keys = [
    ...shown.map((id) => `story:${id}`),
    `section:${story.sectionId}`,
    ...materialsLinked(edition.text).map((hash) => `material:${hash}`),
    ...tags.map(({ id }) => `tag:${id}`),
    ...related.map(({ id }) => `story:${id}`),
    ...(story.editorId ? [`person:${story.editorId}`] : []),
    // Whether the one before and the one after can be read changes with any of them.
    ...(series ? [`series:${series.id}`, 'stories'] : []),
  ];
  // What was withdrawn is not left for a translation that still stands: only for one that was withdrawn too.
  const mine =
    story.language === language
      ? undefined
      : siblings.find((one) => one.language === language && one.publicState === story.publicState);
  if (mine?.slug) return { redirect: `/stories/${mine.slug}`, status: 302 };
  if (story.publicState === 'withdrawn')
    return { view: 'newsroom/story-withdrawn', props: await withdrawnProps(tx, story, edition, section), keys };
  return {
    props: await storyProps(tx, story, edition, section, siblings, {
      tags: tags.map(({ slug: at, name }) => ({ slug: at, name: inWords(name, language) })),
      series: series ? await seriesAround(tx, language, series, originalId) : null,
      related: related.map(({ teaser }) => teaser),
      corrections,
      updates,
      strip,
      forms,
      newest,
    }),
    keys,
    staleAt: story.validUntil && story.validUntil > tx.at ? story.validUntil : null,
  };
}

async function storyProps(
  tx: Tx,
  story: StoryRow,
  edition: PublishedEdition,
  section: Section,
  siblings: readonly Sibling[],
  { strip, newest: known, ...about }: About,
): Promise<StoryPageProps> {
  const { language } = tx.ctx;
  const { text } = edition;
  const slug = story.slug ?? '';
  const hashes = pictureHashes(text);
  const [figure] = figuresIn(text);
  const [ended, newest, qr, focus, materials, editors] = await together(
    endedOf(tx, story),
    // Where nothing is known to be related, the newest of the section stand in.
    about.related.length > 0 ? Promise.resolve([]) : known ? Promise.resolve(known) : newestOf(tx, section.id),
    qrCode(`${addressOf(tx.ctx)}/stories/${slug}`),
    focusByHash(tx, hashes),
    shownMaterials(tx, tagBeside(tx, story), text),
    story.editorId ? displayNames(tx, [story.editorId]) : Promise.resolve(undefined),
  );
  const mark = await storyMark(tx, markedEdition(story, edition, strip));
  return {
    slug,
    language: story.language,
    title: text.title,
    deck: text.deck,
    kind: story.kind,
    level: edition.level,
    section: { slug: section.slug, name: inWords(section.name, language) },
    places: placeRefs(tx, language, story.placeIds),
    bodyHtml: bodyHtml(text, materials, (hash) => machineNote(tx, tagBeside(tx, story), focus.get(hash))),
    picture: figure ? pagePicture(figure.attrs, focus.get(figure.attrs.hash)) : null,
    // Others keep a card for long: the edition makes it another one.
    cardSrc: `/stories/${slug}/card.png?edition=${edition.number}`,
    pictures: picturesOf(tx, tagBeside(tx, story), text, focus),
    recordings: [...materials.values()].filter((one) => one.recording !== null),
    byline: edition.byline,
    editedBy: (story.editorId && editors?.get(story.editorId)) || null,
    readMinutes: Math.max(1, Math.round(readingSeconds(text) / 60)),
    listenSeconds: readingSeconds(text, { aloud: true }),
    spoken: spokenOf(addressOf(tx.ctx), about.forms),
    publishedAt: (story.firstPublishedAt ?? edition.publishedAt).toISOString(),
    edition: { number: edition.number, at: edition.publishedAt.toISOString() },
    validUntil: story.validUntil?.toISOString() ?? null,
    ended,
    translations: siblings.flatMap((one) =>
      one.publicState === 'published' && one.slug ? [{ language: one.language, slug: one.slug, title: one.title }] : [],
    ),
    signing: edition.everUrgent ? 'urgent' : edition.separation === 'strict' ? 'ordinary' : 'paired',
    reviewedAfterwardsAt: edition.reviewedAfterwardsAt?.toISOString() ?? null,
    signatures: signatureNotes(tx, strip),
    fingerprint: edition.textHash,
    proofHref: `/stories/${slug}/proof.json`,
    receiptsHref: receiptsPath(slug),
    qr,
    mark: mark ? { href: markPath(mark), src: `/stories/${slug}/mark.svg` } : null,
    ...about,
    related: [...about.related, ...newest.map(({ teaser }) => teaser)].filter((one) => one.slug !== slug).slice(0, 3),
  };
}

interface About extends Pick<StoryPageProps, 'tags' | 'series' | 'related' | 'corrections' | 'updates' | 'forms'> {
  readonly strip: readonly StripEntry[];
  /** The newest of its section, where they were asked for already. */
  readonly newest: readonly FoundTeaser[] | undefined;
}

/** What is related is looked for behind the publication: until then nothing is known to be, and the first reader waits for one answer less. */
const freshMilliseconds = 60_000;

const isFresh = (tx: Tx, { firstPublishedAt }: StoryRow): boolean =>
  firstPublishedAt !== null && tx.at.getTime() - firstPublishedAt.getTime() < freshMilliseconds;

const newestOf = (tx: Tx, sectionId: string): Promise<FoundTeaser[]> =>
  storyTeasers(tx, tx.ctx.language, { sectionId, limit: 5 });

// In which other forms a text stands is known to later modules.
const otherForms = async (tx: Tx, storyId: string): Promise<OtherForm[]> =>
  (
    await together(...tx.ctx.app.modules.map(async (module) => (await module.otherForms?.(tx, 'story', storyId)) ?? []))
  ).flat();

// Nobody's device calls another site before its reader wants to.
function spokenOf(site: string, forms: readonly OtherForm[]): StoryPageProps['spoken'] {
  const sound = forms.find(({ type }) => type.startsWith('audio/'));
  if (!sound) return null;
  const { href, type, voice = null } = sound;
  return { href, type, voice, isHere: new URL(href).origin === new URL(site).origin };
}

const picturesOf = (tx: Tx, tag: Tag, text: StoryText, showing: ReadonlyMap<string, Showing>): StoryPicture[] =>
  figuresIn(text).map(({ attrs }) => {
    const { alt, caption, credit, hash } = attrs;
    const shown = showing.get(hash);
    const words = machineNote(tx, tag, shown);
    const { rightsHolder = '', licence = '', machine: mark = null } = shown ?? {};
    const { share } = pagePicture(attrs, shown);
    return { src: share, alt, caption, credit, rightsHolder, licence, machine: mark && words ? { mark, words } : null };
  });

// What stands beside a picture or recording is in the story’s language, and in a further one where the reader has that behind theirs.
const tagBeside = ({ ctx }: Tx, { language }: Pick<StoryRow, 'language'>): Tag =>
  language === ctx.language ? ctx.tag : language;

// 人工智能生成合成内容标识办法 (2025) art. 4: who looks at such a picture is told beside it.
const machineNote = (tx: Tx, tag: Tag, shown: Showing | undefined): string | undefined =>
  shown?.machine ? tx.ctx.app.wording.say(tag, `newsroom.machine.${shown.machine}`) : undefined;

/** The body as HTML with the addresses of its pictures, and its recordings to be played. */
export const bodyHtml = (
  text: StoryText,
  materials: ReadonlyMap<string, ShownMaterial> = new Map(),
  noteOf: (hash: string) => string | undefined = () => undefined,
): string =>
  renderHtml(text, {
    resolveLoneLink: (href, words) => {
      const material = materials.get(hashInHref(href) ?? '');
      return material ? loneLinkHtml(material, words) : null;
    },
    resolveFigure: (hash, figure, place) => {
      const note = noteOf(hash);
      const { src, srcset, avif, width, height } = pagePicture(figure);
      const sizes = place === 'gallery' ? '(max-width: 46rem) 50vw, 22rem' : '(max-width: 46rem) 100vw, 46rem';
      return {
        src,
        width,
        height,
        ...(place === 'gallery' ? { href: srcset?.split(', ').at(-1)?.split(' ')[0] ?? src } : {}),
        ...(srcset ? { srcset, sizes } : {}),
        ...(avif ? { sources: [{ type: 'image/avif', srcset: avif, sizes }] } : {}),
        ...(note ? { note } : {}),
      };
    },
  });

async function endedOf(tx: Tx, story: StoryRow): Promise<StoryPageProps['ended']> {
  const successor = story.successorId ? await successorOf(tx, story.successorId, tx.ctx.language) : undefined;
  const isOver = story.validUntil !== null && story.validUntil <= tx.at;
  // Without an end of its own it ended when its successor came, not when somebody looks.
  const at = isOver ? story.validUntil : successor && later(successor.publishedAt, story.firstPublishedAt);
  if (!at) return null;
  return {
    at: at.toISOString(),
    successor: successor ? { slug: successor.slug, title: successor.title, language: successor.language } : null,
  };
}

const later = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

function signatureNotes(tx: Tx, strip: readonly StripEntry[]): SignatureNote[] {
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    tx.ctx.app.wording.say(tx.ctx.tag, key, values);
  const changed = (parts: readonly string[]): string =>
    parts.map((part) => say(`newsroom.part.${part}`)).join(say('newsroom.parts-and'));
  return strip.map((one) => ({
    stepName: say(`newsroom.step.${one.step}`),
    roleName: say(`role.${one.role}`),
    at: one.at.toISOString(),
    means: one.kind,
    note: one.changed.length > 0 ? say('newsroom.signed-before', { parts: changed(one.changed) }) : null,
  }));
}

async function withdrawnProps(
  tx: Tx,
  story: StoryRow,
  edition: PublishedEdition,
  section: Section,
): Promise<WithdrawnStoryPageProps> {
  return {
    slug: story.slug ?? '',
    title: edition.text.title,
    language: story.language,
    section: { slug: section.slug, name: inWords(section.name, tx.ctx.language) },
    withdrawnAt: (story.withdrawnAt ?? tx.at).toISOString(),
    note: await withdrawalNote(tx, story.id),
    publishedAt: (story.firstPublishedAt ?? edition.publishedAt).toISOString(),
    receiptsHref: receiptsPath(story.slug ?? ''),
  };
}

const receiptsPath = (slug: string): string => `/stories/${slug}/receipts`;
