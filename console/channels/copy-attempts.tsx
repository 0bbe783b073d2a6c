import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttemptView, CopyView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useTag } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords, wordsIn } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { channelsTexts } from './channels-texts.ts';
import { useProblemWords } from './copy-words.ts';
import { kindFormOf } from './kinds/kinds.ts';

/** What was tried with a copy, when, and how each try ended; asked for when somebody opens it. */
export function CopyAttempts({ copy }: { copy: CopyView }) {
  const words = useWords(channelsTexts);
  const [isOpen, setOpen] = useState(false);
  const attempts = useQuery({
    queryKey: ['story', copy.storyId, 'more', 'attempts', copy.id, copy.changedAt],
    enabled: isOpen,
    queryFn: ({ signal }) => read<{ items: AttemptView[] }>(`/copies/${copy.id}/attempts`, {}, { signal }),
  });
  if (copy.channelId === null || !copy.abilities.includes('copy.list')) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="second">{words.attempts}</summary>
      {isOpen && (
        <Loaded query={attempts} rows={1}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="meta">{words.noAttempts}</p>
            ) : (
              <ol style={{ margin: '8px 0 0', paddingInlineStart: 20 }}>
                {items.map((attempt) => (
                  <Attempt key={attempt.id} attempt={attempt} kind={copy.channel} />
                ))}
              </ol>
            )
          }
        </Loaded>
      )}
    </details>
  );
}

const tones = { accepted: 'ok', published: 'ok', withdrawn: 'ok', failed: 'hot', unknown: 'due' } as const;

function Attempt({ attempt, kind }: { attempt: AttemptView; kind: string }) {
  const words = useWords(channelsTexts);
  const times = useTimes();
  const problemOf = useProblemWords();
  const tag = useTag();
  const codes = kindFormOf(kind)?.codes;
  const known = codes && wordsIn(codes, tag);
  const { act, outcome, problem, status, code, tookMilliseconds, at } = attempt;
  const said = [
    problem === null ? '' : problemOf(problem),
    status === null ? '' : String(status),
    code === null ? '' : (known?.[code] ?? words.code(code)),
    tookMilliseconds > 0 ? words.took(tookMilliseconds) : '',
  ];
  return (
    <li style={{ marginBlock: 4 }}>
      {words.acts[act]} <Tag tone={tones[outcome]}>{words.outcomes[outcome]}</Tag>{' '}
      <span className="meta">{[times.at(at), ...said].filter(Boolean).join(' · ')}</span>
    </li>
  );
}
