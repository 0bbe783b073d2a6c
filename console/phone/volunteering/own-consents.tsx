import type { VolunteerConsent, VolunteerConsents } from '@xiangyin/server/contract';
import { AskFirst } from '../kit/ask-first.tsx';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';

/** What I agreed to, each with its dates, and the way to take it back: what follows is said before. */
export function OwnConsents({ personId, changed }: { personId: string; changed: () => void }) {
  const path = `/volunteers/${personId}/consents`;
  const answer = useAnswer<VolunteerConsents>(path);
  const { run, problem } = useAct();
  const items = answer.value?.items ?? [];
  if (items.length === 0) return null;
  const send = async (purpose: VolunteerConsent['purpose'], given: boolean) => {
    if (!(await run('POST', path, { purpose, given }))) return;
    answer.again();
    changed();
  };
  return (
    <Part title={say('consent.title')}>
      {problem && <Trouble problem={problem} />}
      <ul class="rows">
        {items.map((one) => (
          <Consent key={one.purpose} state={one} send={(given) => void send(one.purpose, given)} />
        ))}
      </ul>
    </Part>
  );
}

function Consent({ state, send }: { state: VolunteerConsent; send: (given: boolean) => void }) {
  return (
    <li>
      <div>
        <b>{say(`consent.${state.purpose}`)}</b>
        <span>
          <span class={state.given ? 'tag ok' : 'tag due'}>{say(state.given ? 'consent.yes' : 'consent.no')}</span>
        </span>
        {state.said.length === 0 && <span class="meta">{say('consent.with-first')}</span>}
        {state.said.map((one) => (
          <span key={one.at} class="meta">
            {say(one.given ? 'consent.gave' : 'consent.took', { time: momentOf(one.at) })}
          </span>
        ))}
        {!state.mayChange && <span class="meta">{say(`consent.follows.${state.purpose}`)}</span>}
        {state.mayChange &&
          (!state.given ? (
            <button type="button" class="btn" onClick={() => send(true)}>
              {say('consent.give')}
            </button>
          ) : (
            <AskFirst
              act={say('consent.take-back')}
              sure={say(`consent.follows.${state.purpose}`)}
              look="plain"
              go={() => send(false)}
            />
          ))}
      </div>
    </li>
  );
}
