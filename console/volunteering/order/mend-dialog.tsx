import { App, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import type { ContactChange, LookAnswer, Need, OrderView } from '@xiangyin/server/contract';
import { degreesOf, degreesText } from '../../kit/degrees.ts';
import { DegreesField } from '../../kit/degrees-field.tsx';
import { showInForm } from '../../kit/form-problems.ts';
import { queries } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { deskTexts } from '../desk-texts.ts';
import { needs } from '../needs.ts';
import { NameAndPhone } from '../new-order/name-and-phone.tsx';
import { newOrderTexts } from '../new-order/new-order-texts.ts';
import { OtherContacts } from '../new-order/other-contacts.tsx';
import { contactOf, otherContacts, type TypedContact } from '../new-order/typed-order.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';

interface Typed {
  contacts: { name: string; phone: string; leaves?: boolean }[];
  /** Named only now. */
  others?: TypedContact[];
  /** Empty: whoever ordered. */
  servedName?: string;
  address: string;
  /** As typed. */
  degrees: string;
  note: string;
  needs: Need[];
  /** Left empty: as it was. */
  peopleServed?: number | null;
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
  /** `isOthers`: somebody was named or taken out, so that who they are has to be looked at again. */
  onMended: (mended: Omit<Typed, 'degrees'> & Pick<LookAnswer, 'degrees'>, isOthers: boolean) => void;
}) {
  const { mend, served, needsTitle, needs: needWords, people, peopleHint } = useWords(deskTexts);
  const words = useWords(volunteeringTexts);
  const newOrder = useWords(newOrderTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  // The version that was on the screen: whoever changed it meanwhile is not overwritten.
  const [version] = useState(order.version);
  // Which of them went: what the server says about its first may be our second.
  const sent = useRef<(readonly ['contacts' | 'others', number])[]>([]);
  const { run, busy } = useAct<OrderView>({
    onProblem: (problem) =>
      showInForm(
        form,
        problem,
        Object.fromEntries(
          problem.fields.map((field) => {
            const [, at, name] = /^\/contacts\/(\d)\/(name|phone)$/.exec(field.path) ?? [];
            const [list, place] = sent.current[Number(at)] ?? ['contacts', 0];
            return [field.path, at && name ? [list, place, name] : field.path.slice(1)];
          }),
        ),
      ),
  });
  const before = seen.contacts ?? [];
  const free = otherContacts
    .map((number) => number + 1)
    .filter((place) => !before.some((one) => one.position === place));
  const degreesBefore = seen.degrees ? degreesText(seen.degrees) : '';
  const save = async (typed: Typed): Promise<void> => {
    const contacts = before.flatMap((one, at): NonNullable<ContactChange['contacts']> => {
      const now = typed.contacts[at];
      if (now?.leaves) return [{ position: one.position, leaves: true }];
      if (!now || (now.name === one.name && now.phone === one.phone)) return [];
      return [
        {
          position: one.position,
          ...(now.name === one.name ? {} : { name: now.name }),
          ...(now.phone === one.phone ? {} : { phone: now.phone }),
        },
      ];
    });
    const named = (typed.others ?? []).map((one, at) => ({ position: free[at] ?? 0, ...contactOf(one) }));
    const isOthers = named.length > 0 || contacts.some((one) => one.leaves);
    // In which field each of them was typed.
    sent.current = [
      ...contacts.map(({ position }) => ['contacts', before.findIndex((one) => one.position === position)] as const),
      ...named.map((_, at) => ['others', at] as const),
    ];
    contacts.push(...named);
    const degrees = degreesOf(typed.degrees) ?? null;
    const moved = typed.address !== (seen.address ?? '');
    const found = typed.degrees.trim() !== degreesBefore;
    const servedName = typed.servedName?.trim() ?? '';
    const renamed = servedName !== (seen.served?.name ?? '');
    const saidOtherwise = typed.note.trim() !== (seen.note ?? '');
    const needsOthers = typed.needs.toSorted().join() !== seen.needs.toSorted().join();
    const peopleServed = typed.peopleServed ?? order.peopleServed;
    const others = peopleServed !== order.peopleServed;
    if (contacts.length === 0 && !others && !renamed && !moved && !found && !saidOtherwise && !needsOthers) {
      void message.info(mend.same);
      return onClose();
    }
    const change: ContactChange = {
      version,
      contacts,
      ...(renamed ? { servedName } : {}),
      ...(moved ? { address: typed.address } : {}),
      ...(moved || found ? { degrees } : {}),
      ...(saidOtherwise ? { note: typed.note } : {}),
      ...(needsOthers ? { needs: typed.needs } : {}),
      ...(others ? { peopleServed } : {}),
    };
    const after = await run('PATCH', `/orders/${order.id}/contacts`, change);
    if (!after) return;
    queries.setQueryData(['order', order.id], after);
    void message.success(mend.saved);
    onMended({ ...typed, servedName, degrees }, isOthers);
    onClose();
    await queries.invalidateQueries();
  };
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
          servedName: seen.served?.name ?? '',
          address: seen.address ?? '',
          degrees: degreesBefore,
          note: seen.note ?? '',
          needs: seen.needs,
          peopleServed: order.peopleServed,
        }}
        onFinish={(typed) => void save(typed)}
      >
        {before.map((one, at) => (
          <div key={one.position}>
            <NameAndPhone path={['contacts', at]} />
            {one.position > 1 && (
              <Form.Item name={['contacts', at, 'leaves']} valuePropName="checked">
                <Checkbox>{newOrder.without(one.position - 1)}</Checkbox>
              </Form.Item>
            )}
          </div>
        ))}
        {free.length > 0 && <OtherContacts numbers={free.map((place) => place - 1)} />}
        {order.orderedFor !== 'self' && (
          <Form.Item name="servedName" label={served.helped}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="address" label={mend.address}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <DegreesField name="degrees" />
        {order.facts.groupUpTo > 1 && (
          <Form.Item name="peopleServed" label={people} extra={peopleHint(order.facts.groupUpTo)}>
            <InputNumber min={1} max={order.facts.groupUpTo} />
          </Form.Item>
        )}
        <Form.Item name="needs" label={needsTitle}>
          <Select mode="multiple" options={needs.map((value) => ({ value, label: needWords[value] }))} />
        </Form.Item>
        <Form.Item name="note" label={words.order.note}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
