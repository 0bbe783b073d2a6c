import type { SectionPageProps } from '@xiangyin/server/contract';
import { SectionNavigation } from '../shell/header.tsx';
import { Empty } from '../shell/empty.tsx';
import { feedsOf, OwnFeeds } from '../shell/own-feeds.tsx';
import { Paging } from '../shell/paging.tsx';
import { StoryRows } from '../shell/stories.tsx';
import type { View } from '../view.ts';

/** A section of the paper, latest first. */
export const section: View<SectionPageProps> = {
  head: (props, { t, frame }) => ({
    title: props.section.name,
    description: props.description || t.newsroom.section.description(props.section.name, frame.county.name),
    picture: props.stories[0]?.picture ?? null,
    feeds: feedsOf(`/sections/${props.section.slug}`, props.section.name),
  }),
  Body: ({ props, here }) => (
    <div class="wrap page">
      <SectionNavigation here={here} />
      <h1>{props.section.name}</h1>
      {props.description && <p class="deck">{props.description}</p>}
      {props.stories.length > 0 ? (
        <StoryRows here={here} stories={props.stories} />
      ) : (
        <Empty text={here.t.newsroom.section.none} href={here.to('/')} link={here.t.newsroom.section.toHome} />
      )}
      <Paging here={here} paging={props.paging} search={`/search?section=${props.section.slug}`} />
      <OwnFeeds here={here} path={`/sections/${props.section.slug}`} />
    </div>
  ),
};
