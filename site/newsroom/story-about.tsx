import type { StoryPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { StoryLink } from '../shell/stories.tsx';

/** What a story is about, and what came before and after it in its series. */
export function StoryAbout({ here, props }: { here: Here; props: StoryPageProps }) {
  const words = here.t.newsroom;
  const { series, tags } = props;
  return (
    <>
      {series && (
        <nav class="series" aria-label={words.series.of(series.name)}>
          <p>
            {words.series.part}
            <a href={here.to(`/series/${series.slug}`)}>{series.name}</a>
          </p>
          {series.previous && (
            <p>
              <span class="quiet">{words.series.previous}</span> <StoryLink here={here} story={series.previous} />
            </p>
          )}
          {series.next && (
            <p>
              <span class="quiet">{words.series.next}</span> <StoryLink here={here} story={series.next} />
            </p>
          )}
        </nav>
      )}
      {tags.length > 0 && (
        <p class="story-tags">
          <span class="quiet">{words.tag.about}</span>
          {tags.map(({ slug, name }) => (
            <a key={slug} href={here.to(`/tags/${slug}`)} rel="tag">
              {name}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
