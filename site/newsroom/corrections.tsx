import type { CorrectionsPageProps } from '@xiangyin/server/contract';
import { langOf } from '../here.ts';
import { Empty } from '../shell/empty.tsx';
import { Paging } from '../shell/paging.tsx';
import type { View } from '../view.ts';
import { Changes } from './corrections-box.tsx';

/** The register of everything that was wrong. */
export const corrections: View<CorrectionsPageProps> = {
  head: (_, { t, frame }) => ({
    title: t.newsroom.corrections.title,
    description: t.newsroom.corrections.description(frame.county.publisher),
  }),
  Body: ({ props, here }) => {
    const { t, format } = here;
    return (
      <div class="wrap page narrow">
        <h1>{t.newsroom.corrections.title}</h1>
        <p class="deck">{t.newsroom.corrections.lead}</p>
        {props.entries.length === 0 && <Empty text={t.newsroom.corrections.none} />}
        <ol class="register">
          {props.entries.map(({ story, section, correction }) => (
            <li key={`${story.slug} ${correction.at}`}>
              <p class="meta">
                <time dateTime={correction.at}>{format.dayTime(correction.at)}</time> · {section.name}
              </p>
              <h2>
                <a href={here.to(`/stories/${story.slug}`)} {...langOf(here, story.language)}>
                  {story.title}
                </a>
              </h2>
              <p>{correction.note}</p>
              <Changes here={here} changes={correction.changes} />
            </li>
          ))}
        </ol>
        <Paging here={here} paging={props.paging} />
        <p class="quiet">{t.newsroom.corrections.noneNext}</p>
      </div>
    );
  },
};
