import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { foundOrders } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Quiet } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { deskTexts } from '../desk-texts.ts';
import '../desk.css';
import { OrderStateTag } from '../order-states.tsx';
import { otherCaller } from './other-caller.ts';

/** A caller without the code says the phone number they ordered with. It goes in the body of the request, never into an address. */
export function PhoneSearch({ onClose }: { onClose: () => void }) {
  const { search } = useWords(deskTexts);
  const queries = useQueryClient();
  const [form] = Form.useForm<{ phone: string }>();
  const [found, setFound] = useState<Answer<typeof foundOrders> | null>(null);
  const { run, busy } = useAct<Answer<typeof foundOrders>>({
    onProblem: (problem) => {
      form.setFields([{ name: 'phone', errors: [problem.message] }]);
      return true;
    },
  });
  const find = async ({ phone }: { phone: string }): Promise<void> => {
    const answer = await run('POST', '/order-searches', { phone });
    setFound(answer ?? null);
    // Each order that was found has been looked at by this.
    for (const { id } of answer?.items ?? []) void queries.invalidateQueries({ queryKey: ['order', id, 'looks'] });
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={search.title} width={480}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {search.hint}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void find(typed)}>
        <Form.Item name="phone" label={search.phone} rules={[{ required: true }]}>
          <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" autoFocus />
        </Form.Item>
        <SaveButton busy={busy}>{search.find}</SaveButton>
      </Form>
      <div role="status" style={{ marginTop: 16 }}>
        {found &&
          (found.items.length === 0 ? <Quiet title={search.none} hint={search.noneHint} /> : <Found found={found} />)}
      </div>
    </Modal>
  );
}

function Found({ found }: { found: Answer<typeof foundOrders> }) {
  const { search } = useWords(deskTexts);
  const language = useLanguage();
  const times = useTimes();
  return (
    <>
      <h3>{search.found(found.total)}</h3>
      <ul className="plain-rows">
        {found.items.map((order) => (
          <li key={order.id} className="row apart">
            <div>
              <Link to={`/orders/${order.id}`}>
                {inWords(order.service.name, language)} · {inWords(order.place.name, language)}
              </Link>
              <span className="meta" style={{ display: 'block' }}>
                {times.at(order.orderedAt)}
              </span>
              <span style={{ display: 'block' }}>{otherCaller(order.caller, search)}</span>
            </div>
            <OrderStateTag state={order.state} />
          </li>
        ))}
      </ul>
    </>
  );
}
