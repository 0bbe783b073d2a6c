import type { OwnExclusionLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { dayOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';

interface OwnExclusions {
  readonly items: readonly OwnExclusionLine[];
}

/** Where I do not wish to go again, and the way to end it. Nobody else sees it; on the phone it is not kept. */
export function OwnExclusions({ personId }: { personId: string }) {
  const path = `/volunteers/${personId}/exclusions`;
  const answer = useAnswer<OwnExclusions>(path, { keep: false });
  const { run, busy, problem } = useAct();
  const [after, setAfter] = useState<OwnExclusions | null>(null);
  const { items } = after ?? answer.value ?? { items: [] };
  if (items.length === 0) return null;
  const end = async (id: string) => {
    const left = await run<OwnExclusions>('DELETE', `${path}/${id}`);
    if (left) setAfter(left);
  };
  return (
    <Part title={say('apart.title')}>
      <p class="meta">{say('apart.how')}</p>
      {problem && <Trouble problem={problem} />}
      <ul class="rows">
        {items.map(({ id, visit, madeAt }) => (
          <li key={id}>
            <div>
              <b>{visit ? inWords(visit.service) : say('apart.unknown')}</b>
              <span class="meta">
                {visit && `${inWords(visit.place.name)} · ${dayOf(visit.startsAt)} · `}
                {say('apart.since', { day: dayOf(madeAt) })}
              </span>
              <button type="button" class="btn" disabled={busy} onClick={() => void end(id)}>
                {say('apart.end')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
