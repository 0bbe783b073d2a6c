import type { SeriesPageProps, TagPageProps } from '@xiangyin/server/contract';
import { Empty } from '../shell/empty.tsx';
import { feedsOf, OwnFeeds } from '../shell/own-feeds.tsx';
import { Paging } from '../shell/paging.tsx';
import { StoryRows } from '../shell/stories.tsx';
import type { View } from '../view.ts';

/** What is published about one thing, latest first. */
export const tag: View<TagPageProps> = {
  head: ({ tag: { slug, name }, description, stories }, { t, frame }) => ({
    title: name,
    description: description || t.newsroom.tag.description(name, frame.county.name),
    picture: stories[0]?.picture ?? null,
    feeds: feedsOf(`/tags/${slug}`, name),
  }),
  Body: ({ props, here }) => (
    <div class="wrap page">
      <p class="kicker">{here.t.newsroom.tag.kicker}</p>
      <h1>{props.tag.name}</h1>
      {props.description && <p class="deck">{props.description}</p>}
      {props.stories.length > 0 ? (
        <StoryRows here={here} stories={props.stories} />
      ) : (
        <Empty text={here.t.newsroom.tag.none} href={here.to('/')} link={here.t.newsroom.section.toHome} />
      )}
      <Paging here={here} paging={props.paging} search="/search" />
      <OwnFeeds here={here} path={`/tags/${props.tag.slug}`} />
    </div>
  ),
};

/** Stories that belong together, in their order. */
export const series: View<SeriesPageProps> = {
  head: ({ series: { slug, name }, description, stories }, { t, frame }) => ({
    title: name,
    description: description || t.newsroom.series.description(name, frame.county.name),
    picture: stories[0]?.picture ?? null,
    feeds: feedsOf(`/series/${slug}`, name),
  }),
  Body: ({ props, here }) => (
    <div class="wrap page">
      <p class="kicker">{here.t.newsroom.series.kicker(props.stories.length)}</p>
      <h1>{props.series.name}</h1>
      {props.description && <p class="deck">{props.description}</p>}
      {props.stories.length > 0 ? (
        <StoryRows here={here} stories={props.stories} />
      ) : (
        <Empty text={here.t.newsroom.series.none} href={here.to('/')} link={here.t.newsroom.section.toHome} />
      )}
      <OwnFeeds here={here} path={`/series/${props.series.slug}`} />
    </div>
  ),
};
