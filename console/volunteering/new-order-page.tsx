import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Form, Input, Segmented, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { consentText, DeskOrder, orderList, PlacedOrder } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { showInForm } from '../kit/form-problems.ts';
import { usePlaceHere } from '../kit/here.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { useKeptForm } from '../kit/kept.ts';
import { Page } from '../kit/page.tsx';
import { isProblem } from '../kit/problem.ts';
import { refresh } from '../kit/queries.ts';
import { useMe } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { fromCounty, useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { PlacePicker } from '../places/place-picker.tsx';
import { deskTexts } from './desk-texts.ts';
import './desk.css';
import { OrderStateTag } from './order-states.tsx';
import { useServiceChoices } from './use-service-choices.ts';
import { volunteeringTexts } from './volunteering-texts.ts';

interface Typed {
  channel: 'phone' | 'desk' | 'paper';
  serviceId: string;
  placeId: string;
  address?: string;
  name: string;
  phone: string;
  second?: { name: string; phone: string } | null;
  orderedFor: NonNullable<DeskOrder['orderedFor']>;
  note?: string;
  /** A text where it was kept in the browser. */
  wishDay?: Dayjs | string | null;
  wishPart: 'any' | 'morning' | 'afternoon' | 'evening';
  happenedAt?: Dayjs | string | null;
  consent: boolean;
  again?: boolean;
}

/** Takes an order down while somebody is on the telephone or stands at the desk. */
export function NewOrderPage() {
  const words = useWords(volunteeringTexts);
  const [placed, setPlaced] = useState<PlacedOrder | null>(null);
  // A fresh sheet is a new form: nothing of the last caller is left in it.
  const [sheet, setSheet] = useState(0);
  return (
    <Page title={words.fresh.title} crumb={{ to: '/orders', text: words.orders }} meta={words.fresh.lead}>
      {placed ? (
        <Placed placed={placed} onAnother={() => setPlaced(null)} />
      ) : (
        <DeskForm key={sheet} onPlaced={setPlaced} onAfresh={() => setSheet(sheet + 1)} />
      )}
    </Page>
  );
}

function DeskForm({ onPlaced, onAfresh }: { onPlaced: (placed: PlacedOrder) => void; onAfresh: () => void }) {
  const words = useWords(volunteeringTexts);
  const desk = useWords(deskTexts);
  const me = useMe();
  const here = usePlaceHere();
  const services = useServiceChoices();
  const [form] = Form.useForm<Typed>();
  const [repeated, setRepeated] = useState(false);
  const kept = useKeptForm(form, 'order.new');
  const channel = Form.useWatch('channel', form);
  // Kept orders bring their second contact back before its fields are on the screen.
  const second = Form.useWatch('second', { form, preserve: true });
  const setSecond = (value: Typed['second'] | null): void => {
    form.setFieldValue('second', value);
    kept.onValuesChange();
  };
  const { run, busy } = useAct<PlacedOrder>({
    onProblem: (problem) => {
      if (isProblem(problem, 'OrderRepeated')) {
        setRepeated(true);
        return true;
      }
      return showInForm(form, problem, {
        '/contacts/0/name': 'name',
        '/contacts/0/phone': 'phone',
        '/contacts/1/phone': ['second', 'phone'],
        '/contacts/1/name': ['second', 'name'],
        '/wishes/0/on': 'wishDay',
      });
    },
  });
  const send = async (typed: Typed): Promise<void> => {
    const placed = await run('POST', '/orders', orderOf(typed, me.county.timeZone));
    if (!placed) return;
    kept.sent();
    onPlaced(placed);
    await refresh();
  };
  const needed = [{ required: true, whitespace: true, message: words.needed }];
  const chosen = [{ required: true, message: words.needed }];
  return (
    <div className="split">
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ channel: 'phone', orderedFor: 'self', wishPart: 'any', placeId: here ?? undefined }}
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
        <Form.Item name="channel" label={words.fresh.channel}>
          <Segmented
            options={(['phone', 'desk', 'paper'] as const).map((value) => ({ value, label: words.channels[value] }))}
          />
        </Form.Item>
        <Form.Item name="serviceId" label={words.fresh.service} rules={chosen}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={services} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="name" label={words.fresh.name} rules={needed}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={words.fresh.phone} rules={needed}>
            <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" />
          </Form.Item>
        </div>
        {second ? (
          <>
            <div className="two-fields">
              <Form.Item name={['second', 'name']} label={words.fresh.name} rules={needed}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <Form.Item name={['second', 'phone']} label={words.fresh.phone} rules={needed}>
                <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" />
              </Form.Item>
            </div>
            <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={() => setSecond(null)}>
              {desk.removeSecond}
            </Button>
          </>
        ) : (
          <Button
            type="link"
            style={{ padding: 0, marginBottom: 12 }}
            onClick={() => setSecond({ name: '', phone: '' })}
          >
            + {words.fresh.second}
          </Button>
        )}
        <Form.Item name="orderedFor" label={words.fresh.forWhom}>
          <Segmented
            options={(['self', 'parent', 'child', 'neighbour', 'other'] as const).map((value) => ({
              value,
              label: words.order.forWhoms[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="placeId" label={words.fresh.place} rules={chosen}>
          <PlacePicker />
        </Form.Item>
        <Form.Item name="address" label={words.fresh.address}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="wishDay" label={words.fresh.wishes} getValueProps={asDay}>
            <DatePicker placeholder={words.anyDay} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="wishPart" label={words.fresh.part}>
            <Select
              options={(['any', 'morning', 'afternoon', 'evening'] as const).map((value) => ({
                value,
                label: words.parts[value],
              }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="note" label={words.fresh.note}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {channel === 'paper' && (
          <Form.Item
            name="happenedAt"
            label={words.fresh.happened}
            extra={words.fresh.happenedHint}
            rules={chosen}
            getValueProps={asDay}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
          </Form.Item>
        )}
        <ReadOut />
        <Form.Item
          name="consent"
          valuePropName="checked"
          rules={[
            {
              validator: (_, value) =>
                value ? Promise.resolve() : Promise.reject(new Error(words.fresh.consentNeeded)),
            },
          ]}
        >
          <Checkbox>{channel === 'paper' ? desk.consent.readPaper : desk.consent.read}</Checkbox>
        </Form.Item>
        {repeated && (
          <div className="notice due" role="alert" style={{ marginBottom: 16 }}>
            <strong>{words.fresh.again}</strong>
            <p>{words.fresh.againHint}</p>
            <Form.Item name="again" valuePropName="checked" noStyle>
              <Checkbox>{words.fresh.againYes}</Checkbox>
            </Form.Item>
          </div>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {words.fresh.send}
        </Button>
      </Form>
      <div className="stack">
        <p className="notice due">{words.fresh.emergency}</p>
        <SameOrders form={form} />
      </div>
    </div>
  );
}

// What was kept in the browser comes back as text.
const asDay = (value: Dayjs | string | null | undefined): { value: Dayjs | null } => ({
  value: value ? dayjs(value) : null,
});

/** The versioned consent text, in the words that the web form shows: to be read out before the tick. */
function ReadOut() {
  const { consent: words } = useWords(deskTexts);
  const language = useLanguage();
  const consent = useQuery({
    queryKey: ['consent'],
    staleTime: 60 * 60_000,
    queryFn: ({ signal }) => read<Answer<typeof consentText>>('/consent', {}, { signal }),
  });
  if (!consent.data) return null;
  return (
    <section aria-label={words.title} className="read-out">
      <h3>
        {words.title} <small className="meta">{words.version(consent.data.version)}</small>
      </h3>
      {consent.data.paragraphs.map((paragraph, at) => (
        <p key={at}>{inWords(paragraph, language)}</p>
      ))}
    </section>
  );
}

// What is already in work for this service at this place: the clerk sees a double before it is made.
function SameOrders({ form }: { form: ReturnType<typeof Form.useForm<Typed>>[0] }) {
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const times = useTimes();
  const serviceId = Form.useWatch('serviceId', form);
  const placeId = Form.useWatch('placeId', form);
  const same = useQuery({
    queryKey: ['list', 'orders', 'same', serviceId, placeId],
    enabled: Boolean(serviceId && placeId),
    queryFn: ({ signal }) =>
      read<Answer<typeof orderList>>(
        '/orders',
        { serviceId, placeId, state: 'submitted,accepted,dispatched,taken', sort: 'newest', limit: 6 },
        { signal },
      ),
  });
  if (!same.data?.items.length) return null;
  return (
    <section>
      <h3>{words.fresh.recent}</h3>
      <ul style={{ listStyle: 'none', margin: '8px 0 0', padding: 0 }}>
        {same.data.items.map((order) => (
          <li key={order.id} className="row apart" style={{ padding: '6px 0', borderBottom: '1px solid var(--line)' }}>
            <Link to={`/orders/${order.id}`} target="_blank">
              {inWords(order.place.name, language)} · {times.at(order.orderedAt)}
            </Link>
            <OrderStateTag state={order.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function orderOf(typed: Typed, zone: string): DeskOrder {
  const contact = (who: { name: string; phone: string }) => ({ name: who.name, phone: who.phone });
  return {
    serviceId: typed.serviceId,
    placeId: typed.placeId,
    channel: typed.channel,
    contacts: [contact(typed), ...(typed.second ? [contact(typed.second)] : [])],
    orderedFor: typed.orderedFor,
    address: typed.address ?? '',
    note: typed.note ?? '',
    wishes:
      typed.wishDay || typed.wishPart !== 'any'
        ? [{ on: typed.wishDay ? dayjs(typed.wishDay).format('YYYY-MM-DD') : null, part: typed.wishPart }]
        : [],
    consentRead: true,
    again: typed.again ?? false,
    ...(typed.channel === 'paper' && typed.happenedAt ? { happenedAt: fromCounty(dayjs(typed.happenedAt), zone) } : {}),
  };
}

function Placed({ placed, onAnother }: { placed: PlacedOrder; onAnother: () => void }) {
  const words = useWords(volunteeringTexts);
  const times = useTimes();
  // The form with its button is gone: reading and the keyboard go on here.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="card stack" style={{ maxWidth: 560 }} role="status">
      <h2 tabIndex={-1} ref={heading}>
        {words.fresh.placed}
      </h2>
      <dl className="facts" style={{ fontSize: '1.1rem' }}>
        <dt>{words.fresh.code}</dt>
        <dd className="num" style={{ fontSize: '1.5rem', letterSpacing: '.04em' }}>
          {placed.code}
        </dd>
        <dt>{words.fresh.passphrase}</dt>
        <dd>
          <strong>{placed.passphrase}</strong>
        </dd>
      </dl>
      <p>{words.fresh.answerBy(times.at(placed.answerBy))}</p>
      <div className="row">
        <Button href={placed.slipHref} target="_blank" rel="noreferrer" type="primary">
          {words.fresh.slip}
        </Button>
        <LinkButton to={`/orders/${placed.orderId}`}>{words.fresh.toOrder}</LinkButton>
        <Button onClick={onAnother}>{words.fresh.another}</Button>
      </div>
    </div>
  );
}
