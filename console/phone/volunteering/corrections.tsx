import type { CorrectionLine } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** What I said was wrong, and what came of it: the reason and both versions. */
export function Corrections() {
  const { value } = useAnswer<{ items: readonly CorrectionLine[] }>('/hour-corrections?mine=true&sort=newest&limit=20');
  if (!value || value.items.length === 0) return null;
  return (
    <Part title={say('hours.asked')}>
      <ul class="rows">
        {value.items.map((one) => (
          <li key={one.id}>
            <div>
              <b>{inWords(one.entry.service)}</b>
              <span>{one.said}</span>
              <span class="meta">{outcomeOf(one)}</span>
              {one.verdict === 'amended' && (
                <span class="meta">
                  {say('hours.was', { n: one.entry.minutes })} · {say('hours.now', { n: one.amended?.minutes ?? 0 })}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function outcomeOf({ verdict, reason, dueAt }: CorrectionLine): string {
  if (verdict === null) return say('hours.asked-until', { time: momentOf(dueAt) });
  return say(verdict === 'kept' ? 'hours.kept' : 'hours.amended', { reason: reason ?? '' });
}
