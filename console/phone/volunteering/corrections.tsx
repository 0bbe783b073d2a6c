import type { CorrectionLine } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { Part } from '../kit/parts.tsx';
import { useMore } from '../kit/use-more.ts';

/** What I said was wrong, and what came of it: the reason and both versions. */
export function Corrections() {
  const list = useMore<CorrectionLine>('/hour-corrections?mine=true&sort=newest&limit=20', { cursor: 'cursor' });
  if (list.rows.length === 0) return null;
  return (
    <Part title={say('hours.asked')}>
      <LongRows list={list} empty="">
        {(one) => (
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
        )}
      </LongRows>
    </Part>
  );
}

function outcomeOf({ verdict, reason, dueAt }: CorrectionLine): string {
  if (verdict === null) return say('hours.asked-until', { time: momentOf(dueAt) });
  return say(verdict === 'kept' ? 'hours.kept' : 'hours.amended', { reason: reason ?? '' });
}
