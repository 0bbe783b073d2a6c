import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LookAnswer, lookList, OrderView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { degreesText } from '../../kit/degrees.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { deskTexts } from '../desk-texts.ts';
import { presenceTexts } from '../presence-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { ForgetDialog } from './forget-dialog.tsx';
import { MendDialog } from './mend-dialog.tsx';
import { ReissueDialog } from './reissue-dialog.tsx';

/** Name, phone and address: put away until somebody looks, and each look is written down. */
export function LookPart({ order }: { order: OrderView }) {
  const words = useWords(volunteeringTexts);
  const { mend, forget, reissue, search, served } = useWords(deskTexts);
  const { says } = useWords(presenceTexts);
  const kit = useWords(kitTexts);
  const times = useTimes();
  const { run, busy } = useAct<LookAnswer>();
  const [seen, setSeen] = useState<LookAnswer | null>(null);
  const maySee = order.abilities.includes('order.see-contact');
  const mayMend = order.abilities.includes('order.change-contact');
  const isOver = order.abilities.includes('order.forget') && !maySee;
  const [asking, setAsking] = useState<'mend' | 'forget' | 'reissue' | null>(null);
  const look = async (): Promise<void> => {
    const answer = await run('POST', `/orders/${order.id}/looks`, { what: 'everything' });
    if (!answer) return;
    setSeen(answer);
    await queries.invalidateQueries({ queryKey: ['order', order.id, 'looks'] });
  };
  return (
    <Part title={words.order.contact}>
      {seen === null ? (
        <div className="stack tight">
          <p className="meta">{order.forgottenAt ? forget.gone : isOver ? forget.over : words.order.masked}</p>
          {maySee && (
            <Button loading={busy} onClick={() => void look()}>
              {words.order.lookAll}
            </Button>
          )}
        </div>
      ) : (
        <div className="stack tight">
          {seen.served && (
            <p>
              <span className="meta">{served.helped}</span> <strong>{seen.served.name}</strong>
            </p>
          )}
          {seen.contacts?.map((contact) => (
            <div key={contact.position} className="row apart">
              <span>
                {(seen.served !== null || contact.position > 1) && (
                  <span className="meta">
                    {contact.position === 1 ? served.orderer : served.other(contact.position - 1)}{' '}
                  </span>
                )}
                <strong>{contact.name}</strong> <span className="num">{contact.phone}</span>
                {contact.position > 1 && (
                  <span className="meta one-line">
                    {contact.told.map((what) => (isTold(what) ? search.told[what] : what)).join(search.comma)}
                  </span>
                )}
              </span>
              <Button href={`tel:${contact.phone}`} type="primary">
                {words.order.call}
              </Button>
            </div>
          ))}
          {seen.address && <p>{seen.address}</p>}
          {seen.degrees && <p className="meta num">{kit.degrees.at(degreesText(seen.degrees))}</p>}
          {seen.doorstep && (
            <dl className="facts">
              <dt>{says.helper}</dt>
              <dd>
                <strong>{seen.doorstep.helperSays}</strong>
              </dd>
              <dt>{says.served}</dt>
              <dd>
                <strong>{seen.doorstep.servedSays}</strong> <span className="meta">{says.hint}</span>
              </dd>
            </dl>
          )}
          {mayMend && (
            <Button type="link" style={{ padding: 0, alignSelf: 'start' }} onClick={() => setAsking('mend')}>
              {mend.act}
            </Button>
          )}
          <p className="meta">
            {words.order.looked} {seen.until && words.order.lookUntil(times.at(seen.until))}
          </p>
        </div>
      )}
      {order.abilities.includes('order.reissue-code') && (
        <Button type="link" style={{ marginTop: 8, padding: 0, display: 'block' }} onClick={() => setAsking('reissue')}>
          {reissue.act}
        </Button>
      )}
      {order.abilities.includes('order.forget') && (
        <Button danger type="text" style={{ marginTop: 8, paddingInline: 0 }} onClick={() => setAsking('forget')}>
          {forget.act}
        </Button>
      )}
      {asking === 'mend' && seen && (
        <MendDialog
          order={order}
          seen={seen}
          onClose={() => setAsking(null)}
          onMended={({ contacts, servedName, address, degrees, note, needs }, isOthers) => {
            if (isOthers) return void look();
            setSeen({
              ...seen,
              served: servedName ? { name: servedName, orderedFor: order.orderedFor } : null,
              address,
              degrees,
              note,
              needs,
              contacts: seen.contacts?.map((one, at) => ({ ...one, ...contacts[at] })) ?? null,
            });
          }}
        />
      )}
      {asking === 'reissue' && <ReissueDialog order={order} onClose={() => setAsking(null)} />}
      {asking === 'forget' && (
        <ForgetDialog
          order={order}
          onClose={() => {
            setAsking(null);
            setSeen(null);
          }}
        />
      )}
      {order.abilities.includes('order.see-looks') && <WhoLooked orderId={order.id} />}
    </Part>
  );
}

const isTold = (what: string): what is 'progress' | 'visit' | 'everything' =>
  what === 'progress' || what === 'visit' || what === 'everything';

function WhoLooked({ orderId }: { orderId: string }) {
  const words = useWords(volunteeringTexts);
  const times = useTimes();
  const mayAudit = useMaySomewhere('audit.read');
  const looks = useQuery({
    queryKey: ['order', orderId, 'looks'],
    queryFn: ({ signal }) => read<Answer<typeof lookList>>(`/orders/${orderId}/looks`, {}, { signal }),
  });
  const what = (key: string): string =>
    key in words.order.lookedWhat ? words.order.lookedWhat[key as keyof typeof words.order.lookedWhat] : key;
  return (
    <div style={{ marginTop: 16 }}>
      <h3>{words.order.whoLooked}</h3>
      <Loaded query={looks} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="meta">{words.order.nobodyLooked}</p>
          ) : (
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {items.map((one, at) => (
                <li key={at}>
                  {one.name}{' '}
                  <span className="meta">
                    {times.at(one.at)} · {what(one.what)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayAudit && <Link to={`/audit?act=order.see-address&subjectId=${orderId}`}>{words.order.inAudit}</Link>}
    </div>
  );
}
