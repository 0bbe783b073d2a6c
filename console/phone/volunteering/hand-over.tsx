import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { Shown } from '../kit/parts.tsx';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { useAnswer } from '../kit/use-answer.ts';

/** Asks a team-mate to go instead. Until they say yes, the visit stays with whoever asks. */
export function HandOver({ visit }: { visit: VisitLine }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <button type="button" class="plain" onClick={() => setOpen(true)}>
        {say('hand-over.ask')}
      </button>
    );
  return <Mates visit={visit} close={() => setOpen(false)} />;
}

function Mates({ visit, close }: { visit: VisitLine; close: () => void }) {
  const mates = useAnswer<{ items: { personId: string; name: string }[] }>(`/visits/${visit.id}/stand-ins`);
  const [said, setSaid] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const ask = async (personId: string, name: string) => {
    try {
      await act('POST', `/visits/${visit.id}/hand-overs`, { personId }, newId());
      setAsked(true);
      setSaid(say('hand-over.asked', { name }));
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setSaid(error instanceof Problem ? error.message : String(error));
    }
  };
  return (
    <section class="card">
      <h3>{say('hand-over.title')}</h3>
      <Shown answer={mates}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="meta">{say('hand-over.nobody')}</p>
          ) : (
            !asked && (
              <>
                <p class="meta">{say('hand-over.how')}</p>
                <div class="mates">
                  {items.map(({ personId, name }) => (
                    <button key={personId} type="button" class="btn wide" onClick={() => void ask(personId, name)}>
                      {name}
                    </button>
                  ))}
                </div>
              </>
            )
          )
        }
      </Shown>
      <p role="status">{said}</p>
      {!asked && (
        <button type="button" class="plain" onClick={close}>
          {say('stay')}
        </button>
      )}
    </section>
  );
}
