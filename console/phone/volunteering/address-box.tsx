import type { LookAnswer, VisitLine } from '@xiangyin/server/contract';
import type { ComponentChildren } from 'preact';
import { countyNow, momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { forgetLook, keepLook } from './kept-look.ts';
import { wayThere } from './way-there.ts';

/** Address and phone: closed before their day, opened by a look that is written down, shown as long as they may be. */
export function AddressBox({
  visit,
  look,
  onLook,
}: {
  visit: VisitLine;
  /** What was looked at and may still be seen. */
  look: LookAnswer | null;
  onLook: (look: LookAnswer) => void;
}) {
  const { run, busy, problem } = useAct();
  const early = countyNow() < Date.parse(visit.seeFrom);
  if (countyNow() > Date.parse(visit.seeUntil)) {
    void forgetLook(visit);
    return <p class="lock">{say('address.over')}</p>;
  }
  if (early && !look) return <p class="lock">{say('address.early', { time: momentOf(visit.seeFrom) })}</p>;
  const see = async () => {
    const answer = await run<LookAnswer>('POST', `/orders/${visit.orderId}/looks`, { what: 'everything' });
    if (!answer) return;
    onLook(answer);
    await keepLook(visit, answer);
  };
  if (look)
    return (
      <Address look={look} way={wayThere(look, inWords(visit.place.name))} until={visit.seeUntil}>
        {problem && <Trouble problem={problem} />}
        <button type="button" class="plain" disabled={busy} onClick={() => void see()}>
          {say('address.again')}
        </button>
      </Address>
    );
  return (
    <div class="lock">
      <p>{say('address.logged')}</p>
      <p>{say('address.beforehand')}</p>
      {problem && <Trouble problem={problem} />}
      <button type="button" class="btn wide" disabled={busy} onClick={() => void see()}>
        {say('address.see')}
      </button>
    </div>
  );
}

/** What is kept on this phone may have been mended at the station meanwhile: looking again is one press away. */
function Address({
  look,
  way,
  until,
  children,
}: {
  look: LookAnswer;
  way: string | null;
  until: string;
  children: ComponentChildren;
}) {
  return (
    <div class="address">
      {look.served && <p class="where-to">{say('address.served', { name: look.served.name })}</p>}
      {look.address && <p class="where-to">{look.address}</p>}
      {way !== null && (
        <a class="btn wide" href={way}>
          {say('address.way')}
        </a>
      )}
      {look.contacts?.map((contact) => (
        <a key={contact.position} class="btn wide" href={`tel:${contact.phone}`}>
          {say(look.served && contact.position === 1 ? 'address.call-orderer' : 'address.call', { name: contact.name })}{' '}
          <span class="number">{contact.phone}</span>
        </a>
      ))}
      <p class="meta">{say('address.kept', { time: momentOf(until) })}</p>
      {children}
    </div>
  );
}
