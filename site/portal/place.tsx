import type { PlacePageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Empty } from '../shell/empty.tsx';
import { feedsOf, OwnFeeds } from '../shell/own-feeds.tsx';
import { Paging } from '../shell/paging.tsx';
import { ServiceList } from '../shell/services.tsx';
import { Stations } from '../shell/stations.tsx';
import { StoryLines, StoryRows } from '../shell/stories.tsx';
import type { View } from '../view.ts';

/** One place: what holds now, its news, whom to call, what comes here. */
export const place: View<PlacePageProps> = {
  head: ({ place: { code, name } }, { t }) => ({
    title: name,
    description: t.portal.place.description(name),
    feeds: feedsOf(`/places/${code}`, name),
  }),
  Body: ({ props, here }) => {
    const { t } = here;
    return (
      <div class="wrap page">
        <Above here={here} props={props} />
        <h1>{props.place.name}</h1>
        <div class="with-side">
          <div>
            {props.notices.length > 0 && (
              <section class="card notices" aria-labelledby="notices">
                <h2 id="notices">{t.portal.place.notices}</h2>
                <StoryLines here={here} stories={props.notices} />
              </section>
            )}
            <section aria-labelledby="stories">
              <h2 class="rule" id="stories">
                {t.portal.place.stories(props.place.name)}
              </h2>
              {props.stories.length > 0 ? (
                <StoryRows here={here} stories={props.stories} level={3} />
              ) : (
                <Empty
                  text={t.portal.place.none(props.place.name)}
                  href={here.to('/')}
                  link={t.portal.place.noneNext}
                />
              )}
              <Paging here={here} paging={props.paging} search={`/search?place=${props.place.code}`} />
              <OwnFeeds here={here} path={`/places/${props.place.code}`} />
            </section>
          </div>
          <div class="side">
            {props.stations.length > 0 && <Stations title={t.portal.place.stations} stations={props.stations} />}
            {props.services.length > 0 && (
              <section aria-labelledby="services">
                <h2 class="rule" id="services">
                  {t.portal.place.services}
                </h2>
                <ServiceList here={here} services={props.services} />
                <p class="more">
                  <a href={here.to('/services')}>{t.portal.home.allServices}</a>
                </p>
              </section>
            )}
            {props.below.length > 0 && (
              <section aria-labelledby="below">
                <h2 class="rule" id="below">
                  {t.portal.place.below}
                </h2>
                <ul class="villages">
                  {props.below.map(({ code, name }) => (
                    <li key={code}>
                      <a href={here.to(`/places/${code}`)}>{name}</a>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      </div>
    );
  },
};

function Above({ here, props }: { here: Here; props: PlacePageProps }) {
  return (
    <nav class="above" aria-label={here.t.portal.place.above}>
      <ol>
        {props.above.map(({ code, name }) => (
          <li key={code}>
            <a href={here.to(`/places/${code}`)}>{name}</a>
          </li>
        ))}
        <li>{props.levelName}</li>
      </ol>
    </nav>
  );
}
