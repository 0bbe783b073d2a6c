import { App, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { ContactChange, LookAnswer, OrderView } from '@xiangyin/server/contract';
import { degreesOf, degreesText } from '../../kit/degrees.ts';
import { DegreesField } from '../../kit/degrees-field.tsx';
import { showInForm } from '../../kit/form-problems.ts';
import { queries } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { deskTexts } from '../desk-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';

interface Typed {
  contacts: { name: string; phone: string }[];
  address: string;
  /** As typed. */
  degrees: string;
}

/** Puts right what was mistyped; only what differs is sent. */
export function MendDialog({
  order,
  seen,
  onClose,
  onMended,
}: {
  order: OrderView;
  seen: LookAnswer;
  onClose: () => void;
  onMended: (contact: Omit<Typed, 'degrees'> & Pick<LookAnswer, 'degrees'>) => void;
}) {
  const { mend } = useWords(deskTexts);
  const { needed: neededText } = useWords(volunteeringTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  // The version that was on the screen: whoever changed it meanwhile is not overwritten.
  const [version] = useState(order.version);
  // Which of them went: what the server says about its first may be our second.
  const sent = useRef<string[]>([]);
  const { run, busy } = useAct<OrderView>({
    onProblem: (problem) =>
      showInForm(
        form,
        problem,
        Object.fromEntries(
          problem.fields.map((field) => {
            const [, at, name] = /^\/contacts\/(\d)\/(name|phone)$/.exec(field.path) ?? [];
            return [field.path, at && name ? ['contacts', sent.current[Number(at)] ?? at, name] : field.path.slice(1)];
          }),
        ),
      ),
  });
  const before = seen.contacts ?? [];
  const degreesBefore = seen.degrees ? degreesText(seen.degrees) : '';
  const save = async (typed: Typed): Promise<void> => {
    const contacts = before.flatMap((one, at) => {
      const now = typed.contacts[at];
      if (!now || (now.name === one.name && now.phone === one.phone)) return [];
      return [
        {
          position: at + 1,
          ...(now.name === one.name ? {} : { name: now.name }),
          ...(now.phone === one.phone ? {} : { phone: now.phone }),
        },
      ];
    });
    const degrees = degreesOf(typed.degrees) ?? null;
    const moved = typed.address !== (seen.address ?? '');
    const found = typed.degrees.trim() !== degreesBefore;
    if (contacts.length === 0 && !moved && !found) {
      void message.info(mend.same);
      return onClose();
    }
    sent.current = contacts.map((one) => String(one.position - 1));
    const change: ContactChange = {
      version,
      contacts,
      ...(moved ? { address: typed.address } : {}),
      ...(moved || found ? { degrees } : {}),
    };
    const after = await run('PATCH', `/orders/${order.id}/contacts`, change);
    if (!after) return;
    queries.setQueryData(['order', order.id], after);
    void message.success(mend.saved);
    onMended({ ...typed, degrees });
    onClose();
    await queries.invalidateQueries();
  };
  const needed = [{ required: true, whitespace: true, message: neededText }];
  return (
    <Modal open onCancel={onClose} footer={null} title={mend.title} width={480}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {mend.hint}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          contacts: before.map(({ name, phone }) => ({ name, phone })),
          address: seen.address ?? '',
          degrees: degreesBefore,
        }}
        onFinish={(typed) => void save(typed)}
      >
        {before.map((one, at) => (
          <div key={at} className="two-fields">
            <Form.Item name={['contacts', String(at), 'name']} label={mend.name} rules={needed}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name={['contacts', String(at), 'phone']} label={mend.phone} rules={needed}>
              <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" />
            </Form.Item>
          </div>
        ))}
        <Form.Item name="address" label={mend.address}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <DegreesField name="degrees" />
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
