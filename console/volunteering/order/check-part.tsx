import { Button } from 'antd';
import { useState } from 'react';
import type { OrderView } from '@xiangyin/server/contract';
import { listed } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { checkTexts } from '../check-texts.ts';
import { CheckDialog } from './check-dialog.tsx';

/** 核实: what the desk has made sure of, and what those who go must know. */
export function CheckPart({ order }: { order: OrderView }) {
  const words = useWords(checkTexts);
  const times = useTimes();
  const [writing, setWriting] = useState(false);
  const { check } = order;
  const mayWrite = order.abilities.includes('order.check') && order.note !== null;
  if (!check && !mayWrite) return null;
  const lacking = order.checks.filter((key) =>
    key === 'risk' ? !check?.risk : !check?.checked.some((one) => one === key),
  );
  const wanted = lacking.map((key) => words.checks[key as keyof typeof words.checks]);
  return (
    <Part
      title={words.title}
      aside={mayWrite && <Button onClick={() => setWriting(true)}>{check ? words.change : words.write}</Button>}
    >
      {(order.state === 'submitted' || (order.state === 'refused' && mayWrite)) && wanted.length > 0 && (
        <p className="notice check-wanted">{words.wanted(listed(wanted))}</p>
      )}
      {!check && wanted.length === 0 && <p className="meta">{words.nothing}</p>}
      {check && (
        <dl className="facts">
          {check.checked.length > 0 && (
            <>
              <dt>{words.checked}</dt>
              <dd>{listed(check.checked.map((key) => words.checks[key]))}</dd>
            </>
          )}
          <dt>{words.risk}</dt>
          <dd>
            {check.risk ? (
              <Tag tone={check.risk === 'low' ? 'ok' : check.risk === 'high' ? 'hot' : 'due'}>
                {words.risks[check.risk]}
              </Tag>
            ) : (
              <span className="meta">{words.notSaid}</span>
            )}{' '}
            {check.riskReason}
            {check.twoNeeded && <div>{words.two}</div>}
          </dd>
          <dt />
          <dd className="meta">{words.by(check.by ?? '', times.at(check.at))}</dd>
        </dl>
      )}
      {writing && <CheckDialog order={order} onClose={() => setWriting(false)} />}
    </Part>
  );
}
