import { Checkbox, Form, Input, Modal, Radio } from 'antd';
import type { OrderView } from '@xiangyin/server/contract';
import { listed } from '../../kit/language.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { checkTexts } from '../check-texts.ts';
import { useOrderAct } from './use-order-act.ts';

const keys = ['called-back', 'place-seen', 'may-be-served'] as const;

interface Typed {
  checked?: (typeof keys)[number][];
  risk?: 'low' | 'raised' | 'high' | '';
  riskReason?: string;
  twoNeeded?: boolean;
}

/** Ticks what was made sure of; the words of a risk are asked for where there is one. */
export function CheckDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const words = useWords(checkTexts);
  const { send, busy } = useOrderAct(order, 'PUT');
  const [form] = Form.useForm<Typed>();
  const risk = Form.useWatch('risk', form);
  const wanted = order.checks.map((key) => words.checks[key as keyof typeof words.checks]);
  const isAsked = !['submitted', 'accepted', 'paused', 'refused'].includes(order.state);
  const save = async (typed: Typed): Promise<void> => {
    const body = {
      checked: typed.checked ?? [],
      risk: typed.risk || null,
      riskReason: typed.risk && typed.risk !== 'low' ? (typed.riskReason ?? '') : '',
      twoNeeded: typed.twoNeeded ?? false,
    };
    if (await send('checks', body, words.saved)) onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.title} width={520}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...order.check, risk: order.check?.risk ?? '' }}
        onFinish={(typed) => void save(typed)}
      >
        <p className="meta" style={{ marginBottom: 12 }}>
          {wanted.length > 0 ? words.wanted(listed(wanted)) : words.free}
        </p>
        <Form.Item name="checked" label={words.checked}>
          <Checkbox.Group className="answers" options={keys.map((value) => ({ value, label: words.checks[value] }))} />
        </Form.Item>
        <Form.Item name="risk" label={words.risk}>
          <Radio.Group
            className="answers"
            options={[
              { value: '', label: words.notSaid },
              ...(['low', 'raised', 'high'] as const).map((value) => ({ value, label: words.risks[value] })),
            ]}
          />
        </Form.Item>
        {risk && risk !== 'low' && (
          <Form.Item name="riskReason" label={words.reason}>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} placeholder={words.reasonHint} />
          </Form.Item>
        )}
        <Form.Item name="twoNeeded" valuePropName="checked" extra={isAsked ? words.twoLate : undefined}>
          <Checkbox disabled={isAsked}>{words.two}</Checkbox>
        </Form.Item>
        <SaveButton busy={busy}>{words.save}</SaveButton>
      </Form>
    </Modal>
  );
}
