import type { PageLanguage, StoryPageProps } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Plain } from '../shell/plain.tsx';
import { MarkCode } from '../shell/mark-code.tsx';
import { Qr } from '../shell/qr.tsx';
import { Kicker, StoryCards } from '../shell/stories.tsx';
import type { View } from '../view.ts';
import { storyData } from './correction-data.ts';
import { Corrections, Updates } from './corrections-box.tsx';
import { Ended } from './ended.tsx';
import { Proof } from './proof.tsx';
import { Title } from '../shell/title.tsx';
import { StoryAbout } from './story-about.tsx';
import { StoryTools } from './story-tools.tsx';

/** A story: who says so, until when; what was corrected; the text; who read it. On paper it becomes a poster. */
export const story: View<StoryPageProps> = {
  islands: ['reader'],
  head: (props, here) => ({
    title: props.title,
    description: props.deck,
    picture: props.picture,
    cardSrc: props.cardSrc,
    article: { publishedAt: props.publishedAt, changedAt: props.edition.at, section: props.section.name },
    type: 'article',
    language: languageOf(props.language),
    translations: props.translations.map(({ language, slug }) => ({ language, path: `/stories/${slug}` })),
    feeds: [
      {
        type: 'application/json+oembed',
        path: `/oembed?url=${encodeURIComponent(`${here.frame.origin}/stories/${props.slug}`)}`,
        title: props.title,
      },
    ],
    forms: props.forms,
    data: storyData(here, props),
  }),
  Body: ({ props, here }) => (
    <>
      <article class="wrap story" data-story data-language={props.language}>
        {props.ended && <Ended here={here} ended={props.ended} />}
        <header>
          <Kicker here={here} story={props} linked />
          {props.level && !props.ended && (
            <p class={`level level-${props.level}`}>{here.t.shell.levels[props.level]}</p>
          )}
          <h1 {...langOf(here, props.language)}>
            <Title text={props.title} />
          </h1>
          {props.deck && (
            <p class="deck" {...langOf(here, props.language)}>
              <Plain text={props.deck} />
            </p>
          )}
          <Meta here={here} props={props} />
        </header>
        <StoryTools here={here} props={props} />
        {props.corrections.length > 0 && (
          <Corrections
            here={here}
            corrections={props.corrections}
            language={props.language}
            receiptsHref={props.receiptsHref}
          />
        )}
        {props.updates.length > 0 && <Updates here={here} updates={props.updates} language={props.language} />}
        <div
          class="story-text"
          data-spoken
          {...langOf(here, props.language)}
          dangerouslySetInnerHTML={{ __html: props.bodyHtml }}
        />
        <StoryAbout here={here} props={props} />
        <Poster here={here} props={props} />
        <Proof here={here} props={props} />
      </article>
      {props.related.length > 0 && (
        <aside class="wrap related" aria-labelledby="related">
          <h2 class="rule" id="related">
            {here.t.newsroom.story.related}
          </h2>
          <StoryCards here={here} stories={props.related} />
        </aside>
      )}
    </>
  ),
};

const languageOf = (language: string): PageLanguage => (language === 'en' ? 'en' : 'zh-CN');

function Meta({ here, props }: { here: Here; props: StoryPageProps }) {
  const { t, format, frame } = here;
  const words = t.newsroom.story;
  const translations = props.translations.filter(({ language }) => language !== props.language);
  return (
    <div class="meta story-meta">
      <p>
        {words.publishedBy(frame.county.publisher)}
        {'\u00a0· '}
        {words.by(props.byline)}
        {props.editedBy && (
          <>
            {'\u00a0· '}
            {words.edited(props.editedBy)}
          </>
        )}
      </p>
      <p>
        <time dateTime={props.publishedAt}>{t.shell.published(format.dayTime(props.publishedAt))}</time>
        {props.edition.number > 1 && (
          <>
            {'\u00a0· '}
            <time dateTime={props.edition.at}>
              {words.changed(format.dayTime(props.edition.at), props.edition.number)}
            </time>
          </>
        )}
        {props.validUntil && !props.ended && (
          <>
            {'\u00a0· '}
            <b class="valid">{t.shell.validUntil(format.dayTime(props.validUntil))}</b>
          </>
        )}
        <span class="story-length">
          {'\u00a0· '}
          {words.readIn(props.readMinutes)}
        </span>
      </p>
      {(translations.length > 0 || props.language !== frame.language) && (
        <p class="story-languages">
          {props.language !== frame.language && (
            <>
              {words.original(words.languages[props.language] ?? props.language)}
              {here.gap}
            </>
          )}
          {translations.length > 0 && words.alsoIn}
          {translations.map(({ language, slug, title }) => (
            <a key={language} href={here.inLanguage(language, `/stories/${slug}`)} lang={language} hreflang={language}>
              {t.shell.languages[language]}
              <span class="unseen"> {title}</span>
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

/** Only on paper: until when, and where the latest stands. */
function Poster({ here, props }: { here: Here; props: StoryPageProps }) {
  const { t, format, frame } = here;
  return (
    <div class="poster">
      <div>
        <p class="poster-publisher">{frame.county.publisher}</p>
        <p>
          {t.shell.published(format.dayTime(props.edition.at))}
          {props.validUntil && <> · {t.shell.validUntil(format.dayTime(props.validUntil))}</>}
        </p>
        <p>
          {t.shell.phone} {frame.county.phone}
        </p>
        <p class="poster-address">
          {frame.origin}
          {here.to(`/stories/${props.slug}`)}
        </p>
      </div>
      <div class="poster-codes">
        {props.mark && (
          <figure class="poster-mark">
            <MarkCode src={props.mark.src} label={t.verify.qrAlt} />
            <figcaption>{t.verify.posterCheck}</figcaption>
          </figure>
        )}
        {props.qr && (
          <figure>
            <Qr code={props.qr} label={t.shell.qrAlt} />
            <figcaption>{t.newsroom.story.posterScan}</figcaption>
          </figure>
        )}
      </div>
    </div>
  );
}
