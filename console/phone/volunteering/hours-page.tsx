import type { HourLine } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say, type TextKey } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { Shown } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** My hours: a sum, and each entry with how it is known. */
export function HoursPage() {
  const hours = useAnswer<{ items: HourLine[]; total: number; totalMinutes: number }>('/hours?mine=true&limit=50');
  return (
    <main>
      <header class="head">
        <h1>{say('hours.title')}</h1>
      </header>
      <Shown answer={hours}>
        {({ items, totalMinutes }) =>
          items.length === 0 ? (
            <p class="empty">{say('hours.empty')}</p>
          ) : (
            <>
              <p class="sum">
                <b>{(totalMinutes / 60).toFixed(1)}</b> {say('hours.unit')}
              </p>
              <ul class="rows">
                {items.map((line) => (
                  <li key={line.id}>
                    <div>
                      <b>{inWords(line.service)}</b>
                      <span class="meta">
                        <span class={`tag ${line.minutes < 0 ? 'due' : ''}`}>
                          {say('hours.minutes', { n: line.minutes })}
                        </span>{' '}
                        {momentOf(line.happenedAt)} · {say(evidence[line.evidence])}
                        {line.reason && <> · {line.reason}</>}
                      </span>
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
      <a class="btn wide" href={hrefOf('/mine')}>
        {say('mine.title')}
      </a>
    </main>
  );
}

const evidence: Readonly<Record<HourLine['evidence'], TextKey>> = {
  witnessed: 'evidence.witnessed',
  'device-timed': 'evidence.device-timed',
  'organiser-attested': 'evidence.organiser-attested',
  'typed-in-later': 'evidence.typed-in-later',
};
