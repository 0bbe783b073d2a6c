import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlacedOrder } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { useKeptForm } from '../../kit/use-kept-form.ts';
import { isProblem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { deskTexts } from '../desk-texts.ts';
import { useServiceChoices } from '../use-service-choices.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { newOrderTexts } from './new-order-texts.ts';
import { ContactFields } from './contact-fields.tsx';
import { ReadOut } from './read-out.tsx';
import { needs } from '../needs.ts';
import { WishFields } from '../wish-fields.tsx';
import { SameOrders } from './same-orders.tsx';
import { ServedFields } from './served-fields.tsx';
import { asDay, orderOf, type TypedOrder } from './typed-order.ts';

/** The sheet that the clerk fills in while the caller speaks; what is typed is kept in the browser. */
export function DeskForm({ onPlaced, onAfresh }: { onPlaced: (placed: PlacedOrder) => void; onAfresh: () => void }) {
  const words = useWords(volunteeringTexts);
  const newOrderWords = useWords(newOrderTexts);
  const desk = useWords(deskTexts);
  const me = useMe();
  const here = usePlaceHere();
  const services = useServiceChoices();
  const [form] = Form.useForm<TypedOrder>();
  const serviceId = Form.useWatch('serviceId', form);
  const most = services.find((one) => one.value === serviceId)?.groupUpTo ?? 1;
  // The QR code on a paper form opens this sheet with its service chosen.
  const [address] = useSearchParams();
  const scanned = address.get('service');
  const fromPaper = address.get('channel') === 'paper';
  const scannedId = services.find((one) => one.slug === scanned)?.value;
  useEffect(() => {
    if (scannedId) form.setFieldsValue({ serviceId: scannedId, channel: fromPaper ? 'paper' : 'desk' });
  }, [form, scannedId, fromPaper]);
  const [repeated, setRepeated] = useState(false);
  const kept = useKeptForm(form, 'order.new');
  const channel = Form.useWatch('channel', form);
  // A kept order brings it back before its field is on the screen.
  const orderedFor = Form.useWatch('orderedFor', { form, preserve: true }) ?? 'self';
  const { run, busy } = useAct<PlacedOrder>({
    onProblem: (problem) => {
      if (isProblem(problem, 'OrderRepeated')) {
        setRepeated(true);
        return true;
      }
      return showInForm(form, problem, {
        '/contacts/0/name': 'name',
        '/contacts/0/phone': 'phone',
        '/served/name': 'servedName',
        '/contacts/1/phone': ['others', 0, 'phone'],
        '/contacts/1/name': ['others', 0, 'name'],
        '/contacts/2/phone': ['others', 1, 'phone'],
        '/contacts/2/name': ['others', 1, 'name'],
        '/wishes/0/on': ['wishes', 0, 'day'],
        '/wishes/1/on': ['wishes', 1, 'day'],
        '/wishes/2/on': ['wishes', 2, 'day'],
        '/place': 'placeId',
        '/service': 'serviceId',
      });
    },
  });
  const send = async (typed: TypedOrder): Promise<void> => {
    const placed = await run('POST', '/orders', orderOf(typed, me.county.timeZone));
    if (!placed) return;
    kept.sent();
    onPlaced(placed);
    await refresh();
  };
  const isNarrow = useNarrow();
  const chosen = [{ required: true, message: words.needed }];
  const emergency = <p className="notice due">{newOrderWords.emergency}</p>;
  return (
    <div className="split">
      {/* Where there is no room beside the form it comes first: nobody in danger waits for the end of a form. */}
      {isNarrow && emergency}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          channel: fromPaper ? 'paper' : 'phone',
          orderedFor: 'self',
          wishes: [{ day: null, part: 'any' }],
          placeId: here ?? undefined,
        }}
        onValuesChange={kept.onValuesChange}
        onFinish={(typed) => void send(typed)}
      >
        {kept.restored && (
          <p className="notice row apart" style={{ marginBottom: 12 }}>
            <span>{desk.restoredOrder}</span>
            <Button
              size="small"
              onClick={() => {
                kept.sent();
                onAfresh();
              }}
            >
              {desk.startAfresh}
            </Button>
          </p>
        )}
        <Form.Item name="channel" label={newOrderWords.channel}>
          <Segmented
            aria-label={newOrderWords.channel}
            options={(['phone', 'desk', 'paper'] as const).map((value) => ({ value, label: words.channels[value] }))}
          />
        </Form.Item>
        <Form.Item name="serviceId" label={newOrderWords.service} rules={chosen}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={services} />
        </Form.Item>
        <ContactFields />
        <Form.Item name="orderedFor" label={newOrderWords.forWhom}>
          <Segmented
            aria-label={newOrderWords.forWhom}
            options={(['self', 'parent', 'child', 'neighbour', 'other'] as const).map((value) => ({
              value,
              label: words.order.forWhoms[value],
            }))}
          />
        </Form.Item>
        {orderedFor !== 'self' && <ServedFields />}
        <Form.Item name="placeId" label={newOrderWords.place} rules={chosen}>
          <PlacePicker />
        </Form.Item>
        <Form.Item name="address" label={newOrderWords.address}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <WishFields />
        {most > 1 && (
          <Form.Item name="peopleServed" label={desk.people} extra={desk.peopleHint(most)}>
            <InputNumber min={1} max={most} placeholder="1" />
          </Form.Item>
        )}
        <Form.Item name="needs" label={desk.needsTitle}>
          <Select mode="multiple" options={needs.map((value) => ({ value, label: desk.needs[value] }))} />
        </Form.Item>
        <Form.Item name="note" label={newOrderWords.note}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {channel === 'paper' && (
          <Form.Item
            name="happenedAt"
            label={newOrderWords.happened}
            extra={newOrderWords.happenedHint}
            rules={chosen}
            getValueProps={asDay}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} />
          </Form.Item>
        )}
        <ReadOut />
        <Form.Item
          name="consent"
          valuePropName="checked"
          rules={[
            {
              validator: (_, value) =>
                value ? Promise.resolve() : Promise.reject(new Error(newOrderWords.consentNeeded)),
            },
          ]}
        >
          <Checkbox>{channel === 'paper' ? desk.consent.readPaper : desk.consent.read}</Checkbox>
        </Form.Item>
        {repeated && (
          <div className="notice due" role="alert" style={{ marginBottom: 16 }}>
            <strong>{newOrderWords.again}</strong>
            <p>{newOrderWords.againHint}</p>
            <Form.Item name="again" valuePropName="checked" noStyle>
              <Checkbox>{newOrderWords.againYes}</Checkbox>
            </Form.Item>
          </div>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {newOrderWords.send}
        </Button>
      </Form>
      <div className="stack">
        {!isNarrow && emergency}
        <SameOrders form={form} />
      </div>
    </div>
  );
}
