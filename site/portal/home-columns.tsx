import type { ActivityTeaser, CorrectionEntry, HomePageProps } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Runs } from '../shell/runs.tsx';
import { StoryLines } from '../shell/stories.tsx';

/** The lower half of the front page. A column with nothing to say gives way; corrections always stand. */
export function HomeColumns({ here, props }: { here: Here; props: HomePageProps }) {
  const { t } = here;
  return (
    <div class="columns">
      {props.fromPlaces.length > 0 && (
        <section aria-labelledby="from-places">
          <h2 id="from-places">{t.portal.home.fromPlaces}</h2>
          <StoryLines here={here} stories={props.fromPlaces} />
          <p class="more">
            <a href={here.to('/places')}>{t.portal.home.choosePlace}</a>
          </p>
        </section>
      )}
      {props.activities.length > 0 ? (
        <Activities here={here} activities={props.activities} />
      ) : (
        <BySection here={here} sections={props.bySection} />
      )}
      <Corrections here={here} corrections={props.corrections} />
    </div>
  );
}

function Activities({ here, activities }: { here: Here; activities: readonly ActivityTeaser[] }) {
  const { t, format } = here;
  const left = (count: number) => (count > 0 ? t.portal.home.placesLeft(format.number(count)) : t.portal.home.full);
  return (
    <section aria-labelledby="activities">
      <h2 id="activities">{t.portal.home.activities}</h2>
      <ul class="lines">
        {activities.map((activity) => (
          <li key={activity.href}>
            <h3>
              <a href={here.to(activity.href)}>{activity.title}</a>
            </h3>
            <p class="meta">
              {format.dayTime(activity.startsAt)} · {activity.placeName}
              {activity.placesLeft !== null && <> · {left(activity.placesLeft)}</>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BySection({ here, sections }: { here: Here; sections: HomePageProps['bySection'] }) {
  const filled = sections.flatMap(({ section, stories }) => (stories[0] ? [{ section, story: stories[0] }] : []));
  if (filled.length === 0) return null;
  return (
    <section aria-labelledby="by-section">
      <h2 id="by-section">{here.t.portal.home.bySection}</h2>
      <ul class="lines">
        {filled.map(({ section, story }) => (
          <li key={section.slug}>
            <p class="kicker">
              <a href={here.to(`/sections/${section.slug}`)}>{section.name}</a>
            </p>
            <h3>
              <a href={here.to(`/stories/${story.slug}`)} {...langOf(here, story.language)}>
                {story.title}
              </a>
            </h3>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Corrections({ here, corrections }: { here: Here; corrections: readonly CorrectionEntry[] }) {
  const { t, format } = here;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{t.portal.home.corrections}</h2>
      {corrections.length === 0 ? (
        <p class="quiet">{t.portal.home.noCorrections}</p>
      ) : (
        <ul class="lines">
          {corrections.map(({ story, correction }) => (
            <li key={`${story.slug} ${correction.at}`}>
              <h3>
                <a href={here.to(`/stories/${story.slug}`)} {...langOf(here, story.language)}>
                  {story.title}
                </a>
              </h3>
              <p class="meta">
                {format.day(correction.at)} ·{' '}
                <span {...langOf(here, story.language)}>{withoutStop(correction.note)}</span>
                {correction.changes[0] && (
                  <>
                    {here.colon}
                    <Runs here={here} runs={correction.changes[0].runs} language={story.language} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="more">
        <a href={here.to('/corrections')}>{t.portal.home.allCorrections}</a>
      </p>
    </section>
  );
}

/** A note that leads on to the words changed has no full stop of its own. */
const withoutStop = (note: string) => note.replace(/[。.]$/, '');
