import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Shown, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { useSwappedFocus } from '../kit/use-swapped-focus.ts';

/** Asks a team-mate to go instead. Until they say yes, the visit stays with whoever asks; `changed` when somebody was asked, or is no more. */
export function HandOver({ visit, changed }: { visit: VisitLine; changed: () => void }) {
  const [open, setOpen] = useState(false);
  const { button, question } = useSwappedFocus<HTMLElement>(open);
  if (visit.handOver) return <Asked visit={visit} name={visit.handOver.name} changed={changed} />;
  if (!open)
    return (
      <button type="button" ref={button} class="plain" onClick={() => setOpen(true)}>
        {say('hand-over.ask')}
      </button>
    );
  const close = () => setOpen(false);
  return (
    <section class="card" ref={question} tabIndex={-1}>
      <Mates visit={visit} close={close} changed={changed} />
    </section>
  );
}

function Asked({ visit, name, changed }: { visit: VisitLine; name: string; changed: () => void }) {
  const { run, busy, problem } = useAct();
  const takeBack = async () => {
    if (await run<VisitLine>('DELETE', `/visits/${visit.id}/hand-overs`)) changed();
  };
  return (
    <div class="note info" role="status">
      <p>
        {say('hand-over.asked', { name })}{' '}
        {visit.handOver && say('hand-over.until', { time: momentOf(visit.handOver.expiresAt) })}
      </p>
      {problem && <Trouble problem={problem} />}
      <button type="button" class="btn" disabled={busy} onClick={() => void takeBack()}>
        {say('hand-over.take-back')}
      </button>
    </div>
  );
}

function Mates({ visit, close, changed }: { visit: VisitLine; close: () => void; changed: () => void }) {
  const mates = useAnswer<{ items: { personId: string; name: string }[] }>(`/visits/${visit.id}/stand-ins`);
  const { run, busy, problem } = useAct();
  const ask = async (personId: string) => {
    if (!(await run<VisitLine>('POST', `/visits/${visit.id}/hand-overs`, { personId }))) return;
    close();
    changed();
  };
  return (
    <>
      <h3>{say('hand-over.title')}</h3>
      <Shown answer={mates}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="meta">{say('hand-over.nobody')}</p>
          ) : (
            <>
              <p class="meta">{say('hand-over.how')}</p>
              <div class="mates">
                {items.map(({ personId, name }) => (
                  <button
                    key={personId}
                    type="button"
                    class="btn wide"
                    disabled={busy}
                    onClick={() => void ask(personId)}
                  >
                    {name}
                  </button>
                ))}
              </div>
            </>
          )
        }
      </Shown>
      {problem && <Trouble problem={problem} />}
      <button type="button" class="plain" onClick={close}>
        {say('stay')}
      </button>
    </>
  );
}
