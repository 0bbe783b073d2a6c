import type { PlacesPageProps } from '@xiangyin/server/contract';
import { Empty } from '../shell/empty.tsx';
import type { View } from '../view.ts';

/** All towns, each with its villages folded under it. */
export const places: View<PlacesPageProps> = {
  head: (_, { t }) => ({ title: t.portal.places.title, description: t.portal.places.lead }),
  Body: ({ props, here }) => (
    <div class="wrap page">
      <h1>{here.t.portal.places.title}</h1>
      <p class="deck">{here.t.portal.places.lead}</p>
      {props.towns.length === 0 && (
        <Empty text={here.t.portal.places.empty} href={here.to('/')} link={here.t.shell.home} />
      )}
      <ul class="towns">
        {props.towns.map(({ place, villages }) => (
          <li key={place.code}>
            <h2>
              <a href={here.to(`/places/${place.code}`)}>{place.name}</a>
            </h2>
            {villages.length > 0 && (
              <details>
                <summary>{here.t.portal.places.villages(here.format.number(villages.length))}</summary>
                <ul class="villages">
                  {villages.map(({ code, name }) => (
                    <li key={code}>
                      <a href={here.to(`/places/${code}`)}>{name}</a>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  ),
};
