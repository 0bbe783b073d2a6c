import type { CorrectionsPageProps, RegisterEntry } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Empty } from '../shell/empty.tsx';
import { FeedLinks, type OwnFeed } from '../shell/own-feeds.tsx';
import { Paging } from '../shell/paging.tsx';
import type { View } from '../view.ts';
import { Changes } from './corrections-box.tsx';
import { registerData } from './correction-data.ts';
import { RegisterCopies } from './register-copies.tsx';
import { RegisterFilter } from './register-filter.tsx';

const feeds: readonly OwnFeed[] = [
  { type: 'application/rss+xml', name: 'RSS', path: '/feeds/corrections-rss.xml' },
  { type: 'application/atom+xml', name: 'Atom', path: '/feeds/corrections-atom.xml' },
  { type: 'application/feed+json', name: 'JSON Feed', path: '/feeds/corrections.json' },
];

/** The register of everything that was wrong, and of what was taken down and put back. */
export const corrections: View<CorrectionsPageProps> = {
  head: (props, here) => ({
    title: here.t.newsroom.corrections.title,
    description: here.t.newsroom.corrections.description(here.frame.county.publisher),
    feeds: feeds.map(({ type, path }) => ({ type, path, title: here.t.newsroom.corrections.title })),
    data: registerData(here, props),
  }),
  Body: ({ props, here }) => {
    const words = here.t.newsroom.corrections;
    const isChosen = props.chosen.month !== null || props.chosen.section !== null;
    return (
      <div class="wrap page narrow">
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
        {(props.entries.length > 0 || isChosen) && <RegisterFilter here={here} props={props} />}
        {props.entries.length === 0 && <Empty text={isChosen ? words.noneChosen : words.none} />}
        <ol class="register">
          {props.entries.map((entry) => (
            <Entry key={entry.id} here={here} entry={entry} />
          ))}
        </ol>
        <Paging here={here} paging={props.paging} />
        <p class="quiet">{words.noneNext}</p>
        <FeedLinks here={here} words={words.follow} feeds={feeds} />
      </div>
    );
  },
};

function Entry({ here, entry }: { here: Here; entry: RegisterEntry }) {
  const words = here.t.newsroom.corrections;
  const { story, correction } = entry;
  return (
    <li id={`entry-${entry.id}`}>
      <p class="meta">
        <b class={`entry-kind entry-${entry.kind}`}>{words.kinds[entry.kind]}</b> ·{' '}
        <time dateTime={entry.at}>{here.format.dayTime(entry.at)}</time> · {entry.section.name}
      </p>
      <h2>
        <a href={here.to(`/stories/${story.slug}`)} {...langOf(here, story.language)}>
          {story.title}
        </a>
      </h2>
      <p {...(correction ? langOf(here, story.language) : {})}>{saidOf(here, entry)}</p>
      {entry.note !== null && <p {...langOf(here, story.language)}>{entry.note}</p>}
      {correction && <Changes here={here} changes={correction.changes} language={story.language} />}
      {correction && !story.isWithdrawn && (
        <p class="meta">
          <a href={here.to(`/stories/${story.slug}#correction-${correction.edition}`)}>
            {words.seeChange}
            <span class="unseen"> {story.title}</span>
          </a>
        </p>
      )}
      {correction && story.isWithdrawn && <p class="quiet">{words.nowWithdrawn}</p>}
      <RegisterCopies here={here} copies={entry.copies} />
    </li>
  );
}

function saidOf(here: Here, { kind, story, correction }: RegisterEntry): string {
  const words = here.t.newsroom.corrections;
  if (correction) return correction.note;
  if (kind === 'restoration') return words.restored;
  return story.isWithdrawn ? words.withdrawn : words.wasWithdrawn;
}
