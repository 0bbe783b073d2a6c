import type { AdoptionLine, AdoptionSheet } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';

const shown = 5;

/** What was used of what I handed in, and what it counts: mine alone. Nothing for whoever never handed anything in. */
export function OwnAdoptions() {
  const sheet = useAnswer<AdoptionSheet>(`/adoptions?limit=${shown}`, { everySeconds: 300 }).value;
  if (!sheet || sheet.total === 0) return null;
  return (
    <Part title={say('adoptions.title')}>
      <p>{say('adoptions.sum', { n: sheet.adoptions, points: sheet.points })}</p>
      <ul class="lines">
        {sheet.items.map((line) => (
          <li key={line.id}>
            <b>{line.story.title}</b>
            <div class="meta">
              {outletOf(line)} · {say('adoptions.points', { points: line.points })}
              {line.reversed && ` · ${say('adoptions.reversed')}`} · {momentOf(line.enteredAt)}
            </div>
          </li>
        ))}
      </ul>
      <div class="links">
        <a href="/console/adoptions?view=sheet">{say('adoptions.all')}</a>
      </div>
    </Part>
  );
}

const outletOf = (line: AdoptionLine): string => line.outlet ?? say('adoptions.here');
