import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Radio } from 'antd';
import type { doubleList, orderList, OrderView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import type { Answer } from '../../kit/shape.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { deskTexts } from '../desk-texts.ts';
import { OrderStateTag } from '../order-states.tsx';

interface Typed {
  intoId?: string;
  code?: string;
}

/** Into which order: one of those that look the same, or the one whose code the caller reads out. */
export function MergeDialog({
  order,
  busy,
  onClose,
  onMerge,
}: {
  order: OrderView;
  busy: boolean;
  onClose: () => void;
  onMerge: (intoId: string) => Promise<boolean>;
}) {
  const { merge } = useWords(deskTexts);
  const [form] = Form.useForm<Typed>();
  const doubles = useQuery({
    queryKey: ['order', order.id, 'doubles'],
    queryFn: ({ signal }) => read<Answer<typeof doubleList>>(`/orders/${order.id}/doubles`, {}, { signal }),
  });
  const give = async ({ intoId, code }: Typed): Promise<void> => {
    const typed = code?.trim() ?? '';
    if (typed === '' && !intoId) return form.setFields([{ name: 'code', errors: [merge.choose] }]);
    const id = typed === '' ? intoId : await idOf(typed);
    if (!id) return form.setFields([{ name: 'code', errors: [merge.codeUnknown] }]);
    if (await onMerge(id)) onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={merge.title}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void give(typed)}>
        <Loaded query={doubles} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="meta" style={{ marginBottom: 12 }}>
                {merge.none}
              </p>
            ) : (
              <Form.Item name="intoId" label={merge.likely}>
                <Radio.Group className="choices">
                  {items.map((one) => (
                    <Radio key={one.id} value={one.id}>
                      <Double one={one} />
                    </Radio>
                  ))}
                </Radio.Group>
              </Form.Item>
            )
          }
        </Loaded>
        <Form.Item name="code" label={doubles.data?.items.length ? merge.code : merge.codeAlone}>
          <Input maxLength={40} className="num" autoComplete="off" placeholder="7K3M 9QWF 2HXR C" />
        </Form.Item>
        <SaveButton busy={busy}>{merge.into}</SaveButton>
      </Form>
    </Modal>
  );
}

function Double({ one }: { one: Answer<typeof doubleList>['items'][number] }) {
  const { merge } = useWords(deskTexts);
  const language = useLanguage();
  const times = useTimes();
  return (
    <span>
      {inWords(one.service.name, language)} · {inWords(one.place.name, language)} <OrderStateTag state={one.state} />
      <span className="second" style={{ display: 'block' }}>
        {one.samePhone ? merge.samePhone : merge.samePlace}
        {!one.sameDay && ` · ${merge.otherDay}`} · {times.at(one.orderedAt)}
      </span>
    </span>
  );
}

const idOf = (code: string): Promise<string | undefined> =>
  read<Answer<typeof orderList>>('/orders', { code, limit: 1 }).then(
    ({ items }) => items[0]?.id,
    () => undefined,
  );
