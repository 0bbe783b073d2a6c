import type { LookAnswer, VisitLine } from '@xiangyin/server/contract';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { countyNow, momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { forgetLook, keepLook, keptLook } from './kept-look.ts';

/** Address and phone: closed before their day, opened by a look that is written down, shown as long as they may be. */
export function AddressBox({ visit }: { visit: VisitLine }) {
  const [look, setLook] = useState<LookAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void keptLook(visit).then(setLook), [visit]);
  const early = countyNow() < Date.parse(visit.seeFrom);
  if (countyNow() > Date.parse(visit.seeUntil)) {
    void forgetLook(visit);
    return <p class="lock">{say('address.over')}</p>;
  }
  if (early && !look) return <p class="lock">{say('address.early', { time: momentOf(visit.seeFrom) })}</p>;
  const see = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await act<LookAnswer>('POST', `/orders/${visit.orderId}/looks`, { what: 'everything' }, newId());
      setLook(answer);
      await keepLook(visit, answer);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error.message : String(error));
    }
    setBusy(false);
  };
  if (look)
    return (
      <Address look={look} until={visit.seeUntil}>
        {problem !== null && <p role="alert">{problem}</p>}
        <button type="button" class="plain" disabled={busy} onClick={() => void see()}>
          {say('address.again')}
        </button>
      </Address>
    );
  return (
    <div class="lock">
      <p>{say('address.logged')}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      <button type="button" class="btn wide" disabled={busy} onClick={() => void see()}>
        {say('address.see')}
      </button>
    </div>
  );
}

/** What is kept on this phone may have been mended at the station meanwhile: looking again is one press away. */
function Address({ look, until, children }: { look: LookAnswer; until: string; children: ComponentChildren }) {
  return (
    <div class="address">
      {look.address && <p class="where-to">{look.address}</p>}
      {look.contacts?.map((contact) => (
        <a key={contact.phone} class="btn wide" href={`tel:${contact.phone}`}>
          {say('address.call', { name: contact.name })} <span class="number">{contact.phone}</span>
        </a>
      ))}
      <p class="meta">{say('address.kept', { time: momentOf(until) })}</p>
      {children}
    </div>
  );
}
