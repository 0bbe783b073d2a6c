import type { StoryPageProps } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';

/** The opening of a notice that is over: since when, and what holds now. */
export function Ended({ here, ended }: { here: Here; ended: NonNullable<StoryPageProps['ended']> }) {
  const words = here.t.newsroom.story;
  return (
    <div class="ended" role="note">
      <p class="ended-what">{words.ended(here.format.dayTime(ended.at))}</p>
      {ended.successor && (
        <p class="ended-see">
          {words.endedSee}
          <a href={here.to(`/stories/${ended.successor.slug}`)} {...langOf(here, ended.successor.language)}>
            {ended.successor.title}
          </a>
        </p>
      )}
      <p class="meta">{words.endedText}</p>
    </div>
  );
}
