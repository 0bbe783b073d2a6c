import type { GatheringLine, TermLine, VolunteerView } from '@xiangyin/server/contract';
import { dateInWords, dayOf, momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** Trainings and meetings to which I am invited, and what I have learned: nothing to fill in, who keeps them writes it down. */
export function OwnTrainings({ volunteer, terms }: { volunteer: VolunteerView; terms: readonly TermLine[] }) {
  const coming = useAnswer<{ items: GatheringLine[] }>('/gatherings?mine=true').value?.items ?? [];
  const nameOf = (key: string): string => inWords(terms.find((one) => one.key === key)?.name ?? { 'zh-CN': key });
  return (
    <Part title={say('training.title')}>
      {coming.length + volunteer.trainings.length === 0 && <p class="meta">{say('training.none')}</p>}
      <ul class="lines">
        {coming.map((one) => (
          <li key={one.id}>
            <b>{one.topic}</b>{' '}
            <span class={one.cancelled ? 'tag due' : 'tag'}>
              {say(one.cancelled ? 'training.off' : `training.${one.kind}`)}
            </span>
            <div class="meta">
              {momentOf(one.startsAt)} · {[inWords(one.place.name), one.room].filter(Boolean).join(' ')}
            </div>
          </li>
        ))}
        {volunteer.trainings.map((one) => (
          <li key={one.gatheringId}>
            <b>{one.topic}</b>{' '}
            {one.training && (
              <span class={one.valid ? 'tag ok' : 'tag due'}>
                {say(one.valid ? (one.validUntil ? 'training.until' : 'training.counts') : 'training.ended', {
                  day: one.validUntil ? dateInWords(one.validUntil) : '',
                })}
              </span>
            )}
            <div class="meta">
              {one.training && `${nameOf(one.training)} · `}
              {say('training.was', {
                day: dayOf(one.heldAt),
                hours: Math.round(one.minutes / 6) / 10,
                name: one.markedBy,
              })}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
