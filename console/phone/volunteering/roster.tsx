import type { OfferLine, Roster as RosterShape } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { say } from '../kit/language.ts';
import { Shown, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { useSwappedFocus } from '../kit/use-swapped-focus.ts';
import { Toggles } from './toggles.tsx';

/** Whoever leads the team says whom they would send. Each of them still answers for themself. */
export function Roster({ offer }: { offer: OfferLine }) {
  const [open, setOpen] = useState(false);
  const { button, question } = useSwappedFocus<HTMLDivElement>(open);
  if (!open)
    return (
      <button type="button" ref={button} class="plain" onClick={() => setOpen(true)}>
        {say('roster.ask')}
      </button>
    );
  return (
    <div ref={question} tabIndex={-1}>
      <Members offer={offer} />
    </div>
  );
}

function Members({ offer }: { offer: OfferLine }) {
  const answer = useAnswer<RosterShape>(`/offers/${offer.id}/roster`);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [after, setAfter] = useState<RosterShape | null>(null);
  const { run, busy, problem } = useAct();
  const propose = async () => {
    const proposed = await run<RosterShape>('POST', `/offers/${offer.id}/proposals`, { personIds: chosen });
    if (!proposed) return;
    setAfter(proposed);
    setChosen([]);
  };
  return (
    <section>
      <Shown answer={answer}>
        {(first) => {
          const { items, peopleNeeded, peopleTaken } = after ?? first;
          const me = session.me.get()?.personId;
          const free = items.filter((one) => one.fits && !one.goes && !one.proposed && one.personId !== me);
          return (
            <>
              <p class="meta">{say('roster.needed', { n: Math.max(0, peopleNeeded - peopleTaken) })}</p>
              {items.some((one) => one.goes || one.proposed) && (
                <ul>
                  {items
                    .filter((one) => one.goes || one.proposed)
                    .map((one) => (
                      <li key={one.personId}>
                        {say(one.goes ? 'roster.goes' : 'roster.proposed', { name: one.name })}
                      </li>
                    ))}
                </ul>
              )}
              {free.length > 0 ? (
                <>
                  <Toggles
                    label={say('roster.who')}
                    choices={free.map(({ personId, name }) => ({ key: personId, name }))}
                    chosen={chosen}
                    change={setChosen}
                  />
                  <p class="meta">{say('roster.how')}</p>
                  {chosen.length > 0 && (
                    <button type="button" class="btn primary wide" disabled={busy} onClick={() => void propose()}>
                      {say('roster.do', { n: chosen.length })}
                    </button>
                  )}
                </>
              ) : (
                <p class="meta">{say('roster.nobody')}</p>
              )}
            </>
          );
        }}
      </Shown>
      {problem && <Trouble problem={problem} />}
      <p role="status">{after !== null && problem === null && say('roster.done')}</p>
    </section>
  );
}
