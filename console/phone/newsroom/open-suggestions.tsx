import type { OpenSuggestionsView, SuggestedPassageView } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { useAnswer } from '../kit/use-answer.ts';

type Run = SuggestedPassageView['runs'][number];

/** What is suggested and not settled, each in its line: struck what goes, marked what comes, and by whom. */
export default function OpenSuggestions({ storyId, count }: { storyId: string; count: number }) {
  const now = useAnswer<OpenSuggestionsView>(`/stories/${storyId}/open-suggestions`, {
    everySeconds: 20,
    keep: false,
  }).value;
  if (!now || now.items.length === 0) return null;
  const left = now.total - now.items.length;
  return (
    <details class="findings" open={count <= 3}>
      <summary>{say('suggested.title', { n: count })}</summary>
      <ul>
        {now.items.map((passage, at) => (
          <Passage key={at} passage={passage} />
        ))}
      </ul>
      {left > 0 && <p class="meta">{say('suggested.more', { n: left })}</p>}
    </details>
  );
}

function Passage({ passage: { part, runs } }: { passage: SuggestedPassageView }) {
  const makers = [...new Map(runs.flatMap(({ by, at }) => (by ? [[by.id, { ...by, at }] as const] : []))).values()];
  return (
    <li>
      <p>
        {part !== 'body' && (
          <span class="meta">{say(part === 'title' ? 'suggested.title-line' : 'suggested.deck-line')} </span>
        )}
        {runs.map((run, at) => (
          <RunView key={at} run={run} named={makers.length > 1} />
        ))}
      </p>
      <p class="meta">{makers.map(({ name, at }) => (at === null ? name : `${name} · ${momentOf(at)}`)).join(' / ')}</p>
    </li>
  );
}

// Of several people in one line each change says whose it is.
function RunView({ run, named }: { run: Run; named: boolean }) {
  const { kind, what, text, wish, href, by } = run;
  const said = saidOf(run);
  if (kind === 'same') return <>{said}</>;
  return (
    <>
      {kind === 'inserted' && <ins>{said}</ins>}
      {kind === 'deleted' && <del>{said}</del>}
      {kind === 'formed' && (
        <>
          <span class="meta">[{wish !== null && say(`suggested.wish.${wish}`)}]</span> {what === 'words' && text}
          {href !== null && <span class="meta"> → {href}</span>}
        </>
      )}
      {named && by && <span class="meta"> ({by.name}) </span>}
    </>
  );
}

function saidOf({ kind, what, text }: Run): string {
  if (what === 'words') return text;
  if (what === 'line') return '';
  if (what === 'break') return `[${say(kind === 'inserted' ? 'suggested.broken' : 'suggested.joined')}]`;
  return `[${say(`suggested.thing.${what}`)}${text === '' ? '' : ` “${text}”`}]`;
}
