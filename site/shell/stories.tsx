import type { StoryTeaser } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Plain } from './plain.tsx';
import { Picture } from './picture.tsx';
import { Title } from './title.tsx';

/** Section and places of a story: `出行 · 城关镇`. */
export function Kicker({
  here,
  story,
  linked = false,
}: {
  here: Here;
  story: Pick<StoryTeaser, 'section' | 'places'>;
  linked?: boolean;
}) {
  const words = [
    { name: story.section.name, path: `/sections/${story.section.slug}` },
    ...story.places.slice(0, 3).map(({ name, code }) => ({ name, path: `/places/${code}` })),
  ];
  return (
    <p class="kicker">
      {words.map(({ name, path }, at) => (
        <span key={path}>
          {at > 0 && ' '}
          {linked ? <a href={here.to(path)}>{name}</a> : name}
          {at < words.length - 1 && '\u00a0·'}
        </span>
      ))}
    </p>
  );
}

/** Who and when, in one quiet line. `near` writes today and yesterday as such: only on pages that do not outlive the day. */
export function StoryMeta({ here, story, near = false }: { here: Here; story: StoryTeaser; near?: boolean }) {
  const { format, t } = here;
  const at = near ? format.nearTime(story.publishedAt) : format.dayTime(story.publishedAt);
  return (
    <p class="meta">
      {story.byline}
      {'\u00a0· '}
      <time dateTime={story.publishedAt}>{t.shell.published(at)}</time>
      {story.validUntil && (
        <>
          {'\u00a0· '}
          {t.shell.validUntil(format.dayTime(story.validUntil))}
        </>
      )}
      {story.correctedAt && (
        <>
          {'\u00a0· '}
          <span class="tag tag-due">{t.shell.correctedAt(format.day(story.correctedAt))}</span>
        </>
      )}
      {story.picture?.machine && (
        <>
          {'\u00a0· '}
          {t.shell.machine[story.picture.machine]}
        </>
      )}
      {story.language !== here.frame.language && (
        <>
          {'\u00a0· '}
          {otherLanguage(here, story.language)}
        </>
      )}
    </p>
  );
}

const otherLanguage = (here: Here, language: string) =>
  language === 'zh-CN' || language === 'en' ? here.t.shell.otherLanguage[language] : language;

/** The link that is a story's title. */
export function StoryLink({ here, story }: { here: Here; story: { slug: string; title: string; language: string } }) {
  return (
    <a href={here.to(`/stories/${story.slug}`)} {...langOf(here, story.language)}>
      <Title text={story.title} />
    </a>
  );
}

/** A list of stories with a small picture at the side: sections, places, search. */
export function StoryRows({
  here,
  stories,
  level = 2,
}: {
  here: Here;
  stories: readonly StoryTeaser[];
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <ol class="rows">
      {stories.map((story) => (
        <li key={story.slug}>
          <article class="row">
            <div>
              <Kicker here={here} story={story} />
              <Heading>
                <StoryLink here={here} story={story} />
              </Heading>
              {story.deck && (
                <p class="row-deck" {...langOf(here, story.language)}>
                  <Plain text={story.deck} />
                </p>
              )}
              <StoryMeta here={here} story={story} />
            </div>
            {story.picture && (
              <Picture picture={story.picture} as="list" sizes="(max-width: 600px) 112px, 220px" decorative />
            )}
          </article>
        </li>
      ))}
    </ol>
  );
}

/** Stories with the picture above, side by side. */
export function StoryCards({
  here,
  stories,
  near = false,
}: {
  here: Here;
  stories: readonly StoryTeaser[];
  near?: boolean;
}) {
  return (
    <ol class="cards">
      {stories.map((story) => (
        <li key={story.slug}>
          <article class="story-card">
            {story.picture && (
              <Picture picture={story.picture} as="list" sizes="(max-width: 600px) 112px, 260px" decorative />
            )}
            <div>
              <Kicker here={here} story={story} />
              <h3>
                <StoryLink here={here} story={story} />
              </h3>
              <StoryMeta here={here} story={story} near={near} />
            </div>
          </article>
        </li>
      ))}
    </ol>
  );
}

/** Titles one under the other, for narrow columns. */
export function StoryLines({ here, stories }: { here: Here; stories: readonly StoryTeaser[] }) {
  return (
    <ul class="lines">
      {stories.map((story) => (
        <li key={story.slug}>
          <h3>
            <StoryLink here={here} story={story} />
          </h3>
          <p class="meta">
            {story.places[0] && <>{story.places[0].name} · </>}
            {story.validUntil
              ? here.t.shell.validUntil(here.format.dayTime(story.validUntil))
              : here.format.day(story.publishedAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}
