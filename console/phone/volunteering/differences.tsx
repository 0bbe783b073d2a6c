import type { HourDifferenceLine } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { Part } from '../kit/parts.tsx';
import { useMore } from '../kit/use-more.ts';
import { enqueue } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';
import { useTold } from '../outbox/use-told.ts';
import { evidence } from './evidence.ts';

/** Where the person served says another time than I wrote down: both versions, two answers of equal weight, and what came of it. */
export function Differences() {
  const list = useMore<HourDifferenceLine>('/hour-differences?mine=true&limit=20', { cursor: 'cursor' });
  if (list.rows.length === 0) return null;
  return (
    <Part title={say('differ.title')}>
      <LongRows list={list} empty="">
        {(one) => (
          <li key={one.id}>
            <div>
              <b>{inWords(one.service)}</b>
              <span>{say('differ.both', { recorded: one.recorded.minutes, said: one.said.minutes })}</span>
              {one.end ? <span class="meta">{endOf(one.end).join(' · ')}</span> : <Open difference={one} />}
            </div>
          </li>
        )}
      </LongRows>
    </Part>
  );
}

// A difference that has ended is no hours yet, and sometimes none at all.
const endOf = ({ way, minutes, reason, inLedger }: NonNullable<HourDifferenceLine['end']>): string[] => [
  way === 'agreed'
    ? say('differ.end.agreed', { n: minutes })
    : say('differ.end.decided', { n: minutes, reason: reason ?? '' }),
  ...(minutes === 0 ? [] : [say(inLedger ? evidence[inLedger] : 'differ.end.none')]),
];

function Open({ difference }: { difference: HourDifferenceLine }) {
  const sent = useTold().some((act) => act.kind === 'answer-difference' && act.subjectId === difference.id);
  const mine = difference.people.find((one) => one.personId === session.me.get()?.personId)?.agrees ?? null;
  const send = async (agrees: boolean) => {
    await enqueue(inWords(difference.service), {
      kind: 'answer-difference',
      subjectId: difference.id,
      path: `/hour-differences/${difference.id}/answers`,
      body: { agrees },
    });
    soon();
  };
  return (
    <>
      <span class="meta">
        {mine !== null && <>{say(mine ? 'differ.agreed' : 'differ.asked')} · </>}
        {say('differ.by', { time: momentOf(difference.dueAt) })}
      </span>
      {sent ? (
        <output>{say('differ.sent')}</output>
      ) : (
        difference.abilities.includes('hours.answer-difference') &&
        mine === null && (
          <>
            <span class="meta">{say('differ.free')}</span>
            <div class="two">
              <button type="button" class="btn" onClick={() => void send(true)}>
                {say('differ.agree')}
              </button>
              <button type="button" class="btn" onClick={() => void send(false)}>
                {say('differ.disagree')}
              </button>
            </div>
          </>
        )
      )}
    </>
  );
}
