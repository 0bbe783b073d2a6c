import type { Picture } from '#media';
import type { StoryRow } from '#newsroom';
import type { Tx } from '#platform/transaction';
import { countyClock } from '../content/county-time.ts';
import { firstEditionOf, storyStage } from '../content/stories.ts';
import type { StoryContent, StoryKey } from '../content/stories.ts';
import { deskOf } from './story-desk.ts';
import { recordingLink } from './load-recordings.ts';
import { storyText } from './story-text.ts';
import { StoryTelling } from './tell-story.ts';
import type { Teller } from './teller.ts';

type Language = 'zh' | 'en';

/** Loads a story in both languages, as far as it has come at the county's clock. The English text is a story of its own with its own signatures; what has not passed the first steps has none yet. */
export async function loadStory(
  teller: Teller,
  story: StoryContent,
  pictureOf: (key: StoryKey) => Promise<Picture>,
): Promise<void> {
  if (!teller.has(`story:${story.key}:zh`)) {
    const drawn = await drawnFor(story, pictureOf);
    await teller.once(`story:${story.key}:zh`, async (tx) => (await tellStory(teller, tx, story, 'zh', drawn)).id);
  }
  if (!isTranslated(story) || teller.has(`story:${story.key}:en`)) return;
  const drawn = await drawnFor(story, pictureOf);
  await teller.once(`story:${story.key}:en`, async (tx) => (await tellStory(teller, tx, story, 'en', drawn)).id);
}

/** The pictures of one story: its own, and those of its gallery by the stories they were drawn for. */
interface Drawn {
  readonly own: Picture;
  readonly gallery: ReadonlyMap<StoryKey, Picture>;
}

async function drawnFor(story: StoryContent, pictureOf: (key: StoryKey) => Promise<Picture>): Promise<Drawn> {
  const gallery = new Map<StoryKey, Picture>();
  for (const { of } of story.zh.gallery ?? []) gallery.set(of, await pictureOf(of));
  return { own: await pictureOf(story.key), gallery };
}

const isTranslated = (story: StoryContent): boolean =>
  ['published', 'withdrawn'].includes(storyStage(story.key)) || story.key === 'flood-tonight';

async function tellStory(
  teller: Teller,
  tx: Tx,
  story: StoryContent,
  language: Language,
  drawn: Drawn,
): Promise<StoryRow> {
  const telling = new StoryTelling(teller, tx, deskOf(story, language === 'en'));
  const stage = storyStage(story.key);
  const text = storyText(firstEditionOf(story, language), language, {
    picture: drawn.own,
    gallery: drawn.gallery,
    recording: recordingLink(story.key, language),
  });
  const hours = hoursOf(story, language);
  const written = await telling.write({
    hoursAgo: hours.written,
    kind: story.kind,
    language,
    section: story.section,
    placeNames: story.placeNames,
    text,
    validUntil: validUntil(story),
    level: story.level ?? null,
    ...(language === 'en' ? { translationOf: teller.id(`story:${story.key}:zh`) } : {}),
  });
  const submitted = await telling.submit(written, hours.submitted);
  if (stage === 'returned')
    return telling.giveBack(submitted, text, story.returned?.hoursAgo ?? 1, story.returned?.[language] ?? '');
  const signed = await telling.sign(submitted, text, hours.signed);
  return afterwards(teller, telling, story, language, signed, drawn);
}

// What happened to a published story since: a correction through the same chain, a withdrawal, a notice that takes over.
async function afterwards(
  teller: Teller,
  telling: StoryTelling,
  story: StoryContent,
  language: Language,
  published: StoryRow,
  drawn: Drawn,
): Promise<StoryRow> {
  if (story.correction) {
    const { hoursAgo } = story.correction;
    const text = storyText(story[language], language, {
      picture: drawn.own,
      gallery: drawn.gallery,
      recording: recordingLink(story.key, language),
    });
    const begun = await telling.correct(published, text, hoursAgo + 0.8, story.correction[language].note);
    const submitted = await telling.submit(begun, hoursAgo + 0.6, deskOf(story, language === 'en').author);
    return telling.sign(submitted, text, [hoursAgo + 0.4, hoursAgo + 0.2, hoursAgo]);
  }
  if (story.withdrawn) return telling.withdraw(published, story.withdrawn.hoursAgo, story.withdrawn[language]);
  const precursor = `story:flood-afternoon:${language}`;
  if (story.key === 'flood-tonight' && teller.has(precursor))
    await telling.succeed(teller.id(precursor), published.id, 0.1);
  return published;
}

interface Hours {
  written: number;
  submitted: number;
  signed: number[];
}

/** When a text was written, handed in and signed, in hours before the clock. Of what is not published yet, `hoursAgo` is when it was handed in. */
function hoursOf({ key, hoursAgo }: StoryContent, language: Language): Hours {
  const stage = storyStage(key);
  const steps = { 'first-review': 0, 'second-review': 1, 'final-review': 2, returned: 0, published: 3, withdrawn: 3 }[
    stage
  ];
  if (steps < 3) {
    const submitted = language === 'zh' ? hoursAgo : hoursAgo * 0.7;
    return { written: submitted + 0.4, submitted, signed: [submitted * 0.65, submitted * 0.3].slice(0, steps) };
  }
  // The translation follows half an hour later, or as soon as it can.
  const published = language === 'zh' ? hoursAgo : hoursAgo > 1 ? hoursAgo - 0.5 : hoursAgo * 0.5;
  const pace = hoursAgo > 24 ? paceOf(key) : 1;
  return {
    written: published + 2.2 * pace,
    submitted: published + 1.7 * pace,
    signed: [published + 1.1 * pace, published + 0.5 * pace, published],
  };
}

// No two texts take a desk as long: from two thirds of the usual time to four times it, the same for a story at each loading.
function paceOf(key: string): number {
  const sum = [...key].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return 2 / 3 + ((sum * 7) % 11) ** 2 / 30;
}

function validUntil({ key, hoursAgo, validForHours }: StoryContent): Date | undefined {
  if (validForHours === undefined) return undefined;
  const publishedHoursAgo = storyStage(key) === 'published' ? hoursAgo : -1 / 60;
  // People write an end to the five minutes.
  const ends = countyClock.getTime() + (validForHours - publishedHoursAgo) * 3_600_000;
  return new Date(Math.round(ends / 300_000) * 300_000);
}
