import { Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import type { OrderView } from '@xiangyin/server/contract';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import { useServiceChoices } from '../use-service-choices.ts';
import { useOrderAct } from './use-order-act.ts';

interface Typed {
  parts: { serviceId?: string; peopleServed?: number | null; note?: string }[];
}

/** Several orders out of one: of its people so many, or another service. */
export function SplitDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { split } = useWords(deskTexts);
  const services = useServiceChoices();
  const { send, busy } = useOrderAct(order);
  const give = async ({ parts }: Typed): Promise<void> => {
    const body = parts.map(({ serviceId, peopleServed, note }) => ({
      ...(serviceId ? { serviceId } : {}),
      ...(peopleServed ? { peopleServed } : {}),
      ...(note ? { note } : {}),
    }));
    if (await send('parts', { parts: body }, split.done)) onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={split.title} width={560}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {split.hint}
      </p>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ parts: [{}] }}
        onFinish={(typed) => void give(typed)}
      >
        <Form.List name="parts">
          {(lines, { add, remove }) => (
            <>
              {lines.map(({ key, name }) => (
                <div key={key} className="card" style={{ marginBottom: 12 }}>
                  <div className="two-fields">
                    <Form.Item
                      name={[name, 'serviceId']}
                      label={split.service}
                      rules={order.peopleServed > 1 ? [] : [{ required: true, message: split.serviceNeeded }]}
                    >
                      <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={services} />
                    </Form.Item>
                    {order.peopleServed > 1 && (
                      <Form.Item name={[name, 'peopleServed']} label={split.people}>
                        <InputNumber min={1} max={order.peopleServed} />
                      </Form.Item>
                    )}
                  </div>
                  <Form.Item name={[name, 'note']} label={split.note} style={{ marginBottom: 0 }}>
                    <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2 }} />
                  </Form.Item>
                  {lines.length > 1 && (
                    <Button type="link" style={{ padding: 0, marginTop: 8 }} onClick={() => remove(name)}>
                      {split.fewer}
                    </Button>
                  )}
                </div>
              ))}
              {lines.length < 9 && (
                <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={() => add({})}>
                  + {split.more}
                </Button>
              )}
            </>
          )}
        </Form.List>
        <SaveButton busy={busy}>{split.act}</SaveButton>
      </Form>
    </Modal>
  );
}
