import type { VolunteerView } from '@xiangyin/server/contract';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useTerms } from '../use-terms.ts';
import { gatheringTexts } from './gathering-texts.ts';
import './gatherings.css';

/** What a volunteer has learned: when, how long, until when it counts, and who wrote it down. */
export function TrainingsPart({ trainings }: { trainings: VolunteerView['trainings'] }) {
  const words = useWords(gatheringTexts);
  const times = useTimes();
  const terms = useTerms('training');
  return (
    <section className="stack tight" style={{ marginTop: 32 }}>
      <h3>{words.myTrainings}</h3>
      {trainings.length === 0 && <p className="meta">{words.noTrainings}</p>}
      <ul className="trainings">
        {trainings.map((one) => (
          <li key={one.gatheringId}>
            <strong>{one.topic}</strong>{' '}
            {one.training && (
              <Tag tone={one.valid ? 'ok' : 'due'}>
                {terms.name(one.training)}{' '}
                {one.validUntil === null
                  ? words.always
                  : one.valid
                    ? words.until(times.day(one.validUntil))
                    : words.ended(times.day(one.validUntil))}
              </Tag>
            )}
            <div className="second">
              {times.on(one.heldAt)} · {words.hours(one.minutes)} · {words.by(one.markedBy)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
