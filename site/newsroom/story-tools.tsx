import type { StoryPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** Listen, pass on, print, say that something is wrong. What needs a script stays hidden without it; a recording needs none. */
export function StoryTools({ here, props }: { here: Here; props: StoryPageProps }) {
  const words = here.t.newsroom.story;
  return (
    <ul class="tools" aria-label={words.tools}>
      {props.spoken ? (
        <Spoken here={here} spoken={props.spoken} />
      ) : (
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
      )}
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

function Spoken({ here, spoken }: { here: Here; spoken: NonNullable<StoryPageProps['spoken']> }) {
  const words = here.t.newsroom.story;
  const voice = spoken.voice === null ? '' : words.voices[spoken.voice];
  return (
    <li class="spoken">
      {spoken.isHere ? (
        // The words that are read stand below.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio controls preload="none" aria-label={words.spoken}>
          <source src={spoken.href} type={spoken.type} />
        </audio>
      ) : (
        <a class="button button-small" href={spoken.href} rel="noreferrer">
          {words.spoken}
        </a>
      )}
      {voice && <span class="meta">{voice}</span>}
    </li>
  );
}
