import type { HomePageProps, StoryTeaser, TodayEntry } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Plain } from '../shell/plain.tsx';
import { Picture } from '../shell/picture.tsx';
import { Phone } from '../shell/phone.tsx';
import { Kicker, StoryCards, StoryLink } from '../shell/stories.tsx';
import type { View } from '../view.ts';
import { HomeColumns } from './home-columns.tsx';

/** The front page: what matters now, who can help, what happens near, what we got wrong. */
export const home: View<HomePageProps> = {
  header: 'masthead',
  head: (props, { frame, t }) => ({
    title: t.portal.home.title(frame.county.name),
    description: t.portal.home.description(frame.county.publisher),
    picture: props.lead?.picture ?? null,
  }),
  Body: ({ props, here }) => (
    <div class="wrap home">
      {props.lead || props.today.length > 0 ? (
        <Top here={here} lead={props.lead} today={props.today} />
      ) : (
        <NothingYet here={here} />
      )}
      {props.latest.length > 0 && (
        <section class="home-latest" aria-labelledby="latest">
          <h2 class="unseen" id="latest">
            {here.t.portal.home.latest}
          </h2>
          <StoryCards here={here} stories={props.latest} near />
        </section>
      )}
      <Help here={here} wishes={props.wishes} orderHref={props.orderHref} />
      <HomeColumns here={here} props={props} />
    </div>
  ),
};

/** Either may be missing: a county may have told its people of the flood before it has published a story. */
function Top({ here, lead, today }: { here: Here; lead: StoryTeaser | null; today: readonly TodayEntry[] }) {
  return (
    <div class={lead && today.length > 0 ? 'home-top' : 'home-top home-top-alone'}>
      {lead && <Lead here={here} story={lead} />}
      {today.length > 0 && <Today here={here} today={today} />}
    </div>
  );
}

function Lead({ here, story }: { here: Here; story: StoryTeaser }) {
  const { format, t } = here;
  return (
    <article class="lead">
      {story.picture && <Picture picture={story.picture} as="lead" sizes="(max-width: 760px) 100vw, 660px" eager />}
      <Kicker here={here} story={story} linked />
      <h2>
        <StoryLink here={here} story={story} />
      </h2>
      {story.deck && (
        <p class="lead-deck" {...langOf(here, story.language)}>
          <Plain text={story.deck} />
        </p>
      )}
      <p class="meta">
        {story.byline} ·{' '}
        <time dateTime={story.publishedAt}>{t.shell.published(format.nearTime(story.publishedAt))}</time>
        {story.picture?.machine && <> · {t.shell.machine[story.picture.machine]}</>}
        {story.signatureCount > 0 && (
          <>
            {' '}
            · <a href={here.to(`/stories/${story.slug}#proof`)}>{t.portal.home.signed(story.signatureCount)}</a>
          </>
        )}
      </p>
    </article>
  );
}

/** What to know, by the clock. */
function Today({ here, today }: { here: Here; today: readonly TodayEntry[] }) {
  return (
    <section class="card today" aria-labelledby="today">
      <h2 id="today">{here.t.portal.home.today}</h2>
      <ol>
        {today.map((entry) => (
          <li key={entry.href}>
            <time dateTime={entry.at}>{timeOf(here, entry)}</time>
            <a href={here.to(entry.href)} {...langOf(here, entry.language)}>
              {entry.title}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function timeOf({ format, t }: Here, { at, isEnd, wholeDay }: TodayEntry): string {
  const soon = format.soon(at, wholeDay);
  return isEnd ? t.portal.home.todayUntil(soon) : soon;
}

function Help({ here, wishes, orderHref }: { here: Here; wishes: HomePageProps['wishes']; orderHref: string }) {
  const { t, frame } = here;
  return (
    <section class="help" aria-labelledby="help">
      <div>
        <h2 id="help">{t.portal.home.helpTitle}</h2>
        <p>
          <Phone words={t.portal.home.helpText(frame.county.phone)} number={frame.county.phone} />
        </p>
        <p class="help-ways">
          <a class="button button-primary" href={here.to(orderHref)}>
            {t.portal.home.order}
          </a>
          <a class="help-all" href={here.to('/services')}>
            {t.portal.home.allServices}
          </a>
        </p>
      </div>
      {wishes.length > 0 && (
        <ul class="wishes">
          {wishes.map(({ slug, name, hint }) => (
            <li key={slug}>
              <a href={here.to(`/services/${slug}`)}>
                <b>{name}</b>
                <span>{hint}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NothingYet({ here }: { here: Here }) {
  return (
    <div class="nothing-yet">
      <h2>{here.t.portal.home.emptyTitle}</h2>
      <p>{here.t.portal.home.emptyText}</p>
    </div>
  );
}
