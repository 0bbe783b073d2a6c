import type { SwapView } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Part, Shown, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { isForMe } from './swap-turn.ts';

const looks = {
  asked: 'due',
  accepted: 'info',
  declined: '',
  withdrawn: '',
  confirmed: 'ok',
} as const satisfies Record<SwapView['state'], string>;

type Said = (words: string) => void;

/** 换班: first what is asked of this person, with yes and no; then what they asked and what was settled lately. `said`: told what came of an answer. */
export function Swaps({ said }: { said: Said }) {
  const swaps = useAnswer<{ items: SwapView[] }>('/shift-swaps', { everySeconds: 30 });
  const me = session.me.get()?.personId ?? '';
  return (
    <Shown answer={swaps}>
      {({ items }) => {
        const rest = items.filter((one) => !isForMe(one, me));
        return (
          <>
            {items
              .filter((one) => isForMe(one, me))
              .map((one) => (
                <section class="card" key={one.id}>
                  <b class="name">{lineOf(one, me)}</b>
                  <Facts swap={one} />
                  <Answers swap={one} said={said} again={swaps.again} />
                </section>
              ))}
            {rest.length > 0 && (
              <Part title={say('swap.title')}>
                <ul class="lines papers">
                  {rest.map((one) => (
                    <li key={one.id}>
                      <b>{lineOf(one, me)}</b>{' '}
                      <span class={`tag ${looks[one.state]}`}>{say(`swap.state.${one.state}`)}</span>
                      <Facts swap={one} />
                      <Answers swap={one} said={said} again={swaps.again} />
                    </li>
                  ))}
                </ul>
              </Part>
            )}
          </>
        );
      }}
    </Shown>
  );
}

function lineOf({ asker, asked }: SwapView, me: string): string {
  if (asked.id === me) return say('swap.of-you', { name: asker.name });
  if (asker.id === me) return say('swap.by-you', { name: asked.name });
  return say('swap.line', { asker: asker.name, asked: asked.name });
}

function Facts({ swap }: { swap: SwapView }) {
  const { shift, other } = swap;
  return (
    <>
      <p class="meta">
        {swap.roleName} · {swap.place.name}
      </p>
      {shift && <p class="meta">{say('swap.shift', { name: swap.asker.name, ...spanOf(shift) })}</p>}
      {other && <p class="meta">{say('swap.shift', { name: swap.asked.name, ...spanOf(other) })}</p>}
      {shift && !other && <p class="meta">{say('swap.for-nothing')}</p>}
      {swap.note !== '' && <p class="said">{swap.note}</p>}
    </>
  );
}

const spanOf = ({ fromAt, untilAt }: { fromAt: string; untilAt: string }): { from: string; until: string } => ({
  from: momentOf(fromAt),
  until: momentOf(untilAt),
});

function Answers({ swap, said, again }: { swap: SwapView; said: Said; again: () => void }) {
  const { run, busy, problem } = useAct();
  const answer = async (move: SwapView['moves'][number]): Promise<void> => {
    const settled = await run<SwapView>('POST', `/shift-swaps/${swap.id}/answers`, { answer: move });
    if (settled) said(say(`swap.said.${settled.state}`));
    again();
  };
  if (swap.moves.length === 0 && !problem) return null;
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <div class="two">
        {[...swap.moves].reverse().map((move) => (
          <button
            key={move}
            type="button"
            class={move === 'accept' || move === 'confirm' ? 'btn primary' : 'btn'}
            disabled={busy}
            onClick={() => void answer(move)}
          >
            {say(`swap.move.${move}`)}
          </button>
        ))}
      </div>
    </>
  );
}
