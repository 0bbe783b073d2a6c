import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { StoryAdoption, StoryAdoptions } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Part } from '../../kit/page.tsx';
import { Tag, type Tone } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { EnterDialog, ReverseDialog } from './adoption-dialogs.tsx';
import { useDayName } from './use-day-name.ts';
import './adoption.css';
import { adoptionTexts } from './adoption-texts.ts';

const tones: Readonly<Record<StoryAdoption['state'], Tone>> = { counted: 'ok', known: 'plain', gone: 'plain' };

/** Who used the story and what that counts; nothing where nobody handed anything in and nobody used it. */
export function AdoptionPart({ storyId }: { storyId: string }) {
  const words = useWords(adoptionTexts);
  const [entering, setEntering] = useState(false);
  const [reversing, setReversing] = useState<StoryAdoption | null>(null);
  const { data } = useQuery({
    queryKey: ['story-adoptions', storyId],
    queryFn: ({ signal }) => read<StoryAdoptions>(`/stories/${storyId}/adoptions`, {}, { signal }),
  });
  if (!data || (data.items.length === 0 && data.senders.length === 0)) return null;
  return (
    <Part
      title={words.part}
      aside={
        data.mayEnter && (
          <Button size="small" type="text" onClick={() => setEntering(true)}>
            {words.enter}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <p className="meta">{words.partEmpty}</p>}
      <ul className="adoption-lines">
        {data.items.map((one) => (
          <Adoption key={one.id} one={one} onReverse={() => setReversing(one)} />
        ))}
      </ul>
      {data.lines.length > data.items.length && <Lines lines={data.lines} />}
      {entering && <EnterDialog storyId={storyId} senders={data.senders} onClose={() => setEntering(false)} />}
      {reversing && <ReverseDialog one={reversing} senders={data.senders} onClose={() => setReversing(null)} />}
    </Part>
  );
}

function Adoption({ one, onReverse }: { one: StoryAdoption; onReverse: () => void }) {
  const words = useWords(adoptionTexts);
  const dayName = useDayName();
  return (
    <li style={{ marginBottom: 10 }}>
      <div className="row" style={{ gap: '2px 8px' }}>
        <strong>{one.outlet ?? words.ownOutlet}</strong>
        <Tag tone={tones[one.state]}>{words.states[one.state]}</Tag>
        {one.moves.includes('reverse') && (
          <Button
            size="small"
            type="text"
            aria-label={`${words.reverse} ${one.outlet ?? words.ownOutlet}`}
            onClick={onReverse}
          >
            {words.reverse}
          </Button>
        )}
      </div>
      <div className="second">
        {[words.levels[one.level], words.media[one.medium], dayName(one.adoptedOn)].join(' · ')}
        {one.href && (
          <>
            {' · '}
            <a href={one.href} target="_blank" rel="noreferrer noopener">
              {words.seeCopy}
            </a>
          </>
        )}
      </div>
      {one.state === 'counted' && (
        <div className="second">
          {one.shares.map(({ person, points }) => `${person.name} ${words.pointsOf(points)}`).join(' · ')}
        </div>
      )}
    </li>
  );
}

function Lines({ lines }: { lines: StoryAdoptions['lines'] }) {
  const words = useWords(adoptionTexts);
  const times = useTimes();
  return (
    <details>
      <summary>{words.history}</summary>
      <ul className="adoption-lines">
        {lines.map((line) => (
          <li key={line.id} className="second" title={line.rowHash}>
            {times.at(line.enteredAt)} · {line.outlet ?? words.ownOutlet} · {line.person.name}{' '}
            {words.pointsOf(line.points)} · {words.why[line.why]}
            {line.enteredBy && line.why !== 'published' && ` · ${line.enteredBy.name}`}
            {line.reason && ` · ${line.reason}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
