import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OpenSuggestionsView, StoryView, SuggestedPassageView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { suggestionsTexts } from '../suggestions/suggestions-texts.ts';
import { thingWords, wishWords } from '../suggestions/wish-words.ts';
import { reviewTexts } from './review-texts.ts';
import '../suggestions/suggestions.css';

type Run = SuggestedPassageView['runs'][number];

/** What is suggested and not settled, each in its line: struck what goes, underlined what comes, and by whom. Looked at anew every few seconds, and when their `count` changes. */
export function OpenSuggestions({ story, count }: { story: StoryView; count: number }) {
  const words = useWords(reviewTexts);
  const { data } = useQuery({
    queryKey: ['open-suggestions', story.id, count],
    queryFn: ({ signal }) => read<OpenSuggestionsView>(`/stories/${story.id}/open-suggestions`, {}, { signal }),
    refetchInterval: 10_000,
    placeholderData: (before) => before,
  });
  if (!data || data.items.length === 0) return null;
  const left = data.total - data.items.length;
  return (
    <Part title={words.suggestedTitle}>
      <ul className="suggestions">
        {data.items.map((passage, at) => (
          <Passage key={at} passage={passage} language={story.language} />
        ))}
      </ul>
      {left > 0 && <p className="meta">{words.suggestedMore(left)}</p>}
      {story.abilities.includes('story.edit') && <Link to={`/stories/${story.id}/edit`}>{words.settleThem}</Link>}
    </Part>
  );
}

function Passage({ passage: { part, runs }, language }: { passage: SuggestedPassageView; language: string }) {
  const { suggestedParts } = useWords(reviewTexts);
  const times = useTimes();
  const makers = [...new Map(runs.flatMap(({ by, at }) => (by ? [[by.id, { ...by, at }] as const] : []))).values()];
  return (
    <li>
      {part !== 'body' && <span className="meta">{suggestedParts[part]} </span>}
      <span lang={language}>
        {runs.map((run, at) => (
          <RunView key={at} run={run} named={makers.length > 1} />
        ))}
      </span>
      <div className="meta">
        {makers.map(({ name, at }) => (at === null ? name : `${name} · ${times.at(at)}`)).join(' / ')}
      </div>
    </li>
  );
}

// Of several people in one line each change says whose it is.
function RunView({ run: { kind, what, text, wish, href, by }, named }: { run: Run; named: boolean }) {
  const words = useWords(suggestionsTexts);
  const whole = `[${thingWords(what, words)}${text === '' ? '' : ` “${text}”`}]`;
  const said =
    what === 'words'
      ? text
      : what === 'break'
        ? `[${kind === 'inserted' ? words.brokenHere : words.joinedHere}]`
        : whole;
  const maker = named && by ? <span className="meta"> ({by.name}) </span> : null;
  if (kind === 'same') return <>{said}</>;
  return (
    <>
      {kind === 'inserted' && <ins>{said}</ins>}
      {kind === 'deleted' && <del>{said}</del>}
      {kind === 'formed' && (
        <>
          <span className="meta">[{wish !== null && wishWords(wish, words)}]</span>
          {what === 'words' ? text : ' '}
          {href !== null && <span className="meta"> → {href}</span>}
        </>
      )}
      {maker}
    </>
  );
}
