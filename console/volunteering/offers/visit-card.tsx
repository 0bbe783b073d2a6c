import { Button } from 'antd';
import { useState } from 'react';
import type { LookAnswer, VisitLine } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { inWords, listed, useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { usePlaces } from '../../places/use-places.ts';
import { checkTexts } from '../check-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { CompleteDialog, FailDialog } from './visit-dialogs.tsx';

/** A visit I said yes to: where and when, what to say at the door, and the next thing to do. */
export function VisitCard({ visit }: { visit: VisitLine }) {
  const check = useWords(checkTexts);
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const open = visit.state === 'planned' || visit.state === 'under-way';
  return (
    <article className="card offer-card" id={visit.id}>
      <div className="row apart">
        <strong className="num">{times.at(visit.startsAt)}</strong>
        <Tag tone={visit.state === 'done' ? 'ok' : visit.state === 'failed' ? 'hot' : 'info'}>
          {words.order.visitStates[visit.state]}
        </Tag>
      </div>
      <h3>{inWords(visit.service.name, language)}</h3>
      <p>
        {longName(visit.place.id) || inWords(visit.place.name, language)}
        {visit.withNames.length > 0 && ` · ${words.visit.withNames(listed(visit.withNames))}`}
      </p>
      {visit.minutesServed !== null && <p className="meta">{words.order.minutesServed(visit.minutesServed)}</p>}
      {open && visit.service.prepare && <p className="meta">{visit.service.prepare}</p>}
      {visit.note && <p>{visit.note}</p>}
      {open && visit.risk && (
        <p className="notice">
          <strong>{check.ahead(check.risks[visit.risk.risk])}</strong> {visit.risk.reason}
        </p>
      )}
      {open && visit.passphrase && (
        <p>
          {words.visit.passphrase} <strong>“{visit.passphrase}”</strong>
        </p>
      )}
      {open && <VisitActs visit={visit} />}
    </article>
  );
}

function VisitActs({ visit }: { visit: VisitLine }) {
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const times = useTimes();
  const confirm = useConfirm();
  const act = useAct<VisitLine>();
  const look = useAct<LookAnswer>();
  const [seen, setSeen] = useState<LookAnswer | null>(null);
  const [asking, setAsking] = useState<'complete' | 'fail' | null>(null);
  const may = (ability: string): boolean => visit.abilities.includes(ability);
  const send = (path: string) => act.run('POST', `/visits/${visit.id}/${path}`, {}).then(refresh);
  const release = async (): Promise<void> => {
    if (
      await confirm({
        title: words.visit.cannotCome,
        consequence: words.visit.cannotComeSure,
        act: words.visit.cannotCome,
        danger: false,
      })
    )
      await send('releases');
  };
  const maySee = times.left(visit.seeFrom) <= 0 && times.left(visit.seeUntil) > 0;
  return (
    <>
      {!maySee && <p className="notice">{words.visit.seeFrom(times.at(visit.seeFrom))}</p>}
      {seen && (
        <div className="notice ok">
          {seen.contacts?.map((contact) => (
            <p key={contact.phone}>
              {contact.name}{' '}
              <a className="num" href={`tel:${contact.phone}`}>
                {contact.phone}
              </a>
            </p>
          ))}
          {seen.address && <p>{seen.address}</p>}
        </div>
      )}
      <div className="two">
        {maySee && !seen ? (
          <Button
            loading={look.busy}
            onClick={() =>
              void look
                .run('POST', `/orders/${visit.orderId}/looks`, { what: 'everything' })
                .then((answer) => answer && setSeen(answer))
            }
          >
            {words.visit.lookAddress}
          </Button>
        ) : visit.station ? (
          <Button href={`tel:${visit.station.phone}`} block>
            {words.visit.call}
          </Button>
        ) : (
          <span />
        )}
        {visit.state === 'planned' && may('visit.check-in') && times.left(visit.checkInFrom) > 0 && (
          <p className="meta">{words.visit.arrivedFrom(times.at(visit.checkInFrom))}</p>
        )}
        {visit.state === 'planned' && may('visit.check-in') && times.left(visit.checkInFrom) <= 0 && (
          <Button type="primary" loading={act.busy} onClick={() => void send('check-ins')}>
            {words.visit.arrived}
          </Button>
        )}
        {visit.state === 'under-way' && may('visit.complete') && (
          <Button type="primary" onClick={() => setAsking('complete')}>
            {words.visit.finished}
          </Button>
        )}
      </div>
      <div className="row">
        {visit.state === 'planned' && may('visit.release') && (
          <Button type="link" style={{ padding: 0 }} onClick={() => void release()}>
            {words.visit.cannotCome}
          </Button>
        )}
        {may('visit.fail') && (
          <Button type="link" style={{ padding: 0 }} onClick={() => setAsking('fail')}>
            {words.visit.failed}
          </Button>
        )}
        {visit.station && (
          <span className="meta">
            {inWords(visit.station.name, language)} {visit.station.phone}
          </span>
        )}
      </div>
      {asking === 'complete' && (
        <CompleteDialog visitId={visit.id} others={visit.others} onClose={() => setAsking(null)} />
      )}
      {asking === 'fail' && <FailDialog visitId={visit.id} onClose={() => setAsking(null)} />}
    </>
  );
}
