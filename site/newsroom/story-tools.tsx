import type { StoryPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** Listen, pass on, print, say that something is wrong. The first three need a script and stay hidden without it. */
export function StoryTools({ here, props }: { here: Here; props: StoryPageProps }) {
  const words = here.t.newsroom.story;
  return (
    <ul class="tools" aria-label={words.tools}>
      <li hidden>
        <button
          class="button button-small"
          type="button"
          data-listen
          data-stop={words.stopListening}
          data-speak-as={props.language}
        >
          {words.listen(here.format.seconds(props.listenSeconds))}
        </button>
      </li>
      <li hidden>
        <button class="button button-small" type="button" data-pass data-done={words.passed}>
          {words.pass}
        </button>
      </li>
      <li hidden>
        <button class="button button-small" type="button" data-print>
          {words.print}
        </button>
      </li>
      <li>
        <a class="button button-small" href={here.to(`/stories/${props.slug}/report-error`)}>
          {words.wrong}
        </a>
      </li>
    </ul>
  );
}
