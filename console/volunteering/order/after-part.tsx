import { Button, Form, Input, InputNumber, Modal, Rate, Segmented } from 'antd';
import { useState } from 'react';
import type { NewRating, OrderView } from '@xiangyin/server/contract';
import { Part } from '../../kit/page.tsx';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { callBackTexts } from '../call-back-texts.ts';
import { AgainDialog } from './again-dialog.tsx';
import { HappenedField, happenedOf, type TypedHappened } from '../happened-field.tsx';
import { deskTexts } from '../desk-texts.ts';
import { proofTexts } from '../hours/hours-texts.ts';
import { OtherTimeDialog } from './other-time-dialog.tsx';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';
import { useOrderAct } from './use-order-act.ts';
import { WishDialog } from './wish-dialog.tsx';

type Asking = 'again' | 'confirm' | 'time' | 'dispute' | 'attest' | 'close' | 'reopen' | 'wish' | 'cancel' | 'rate';

const cancellable: readonly OrderView['state'][] = [
  'submitted',
  'accepted',
  'paused',
  'dispatched',
  'taken',
  'visit-failed',
];
const changeable = cancellable.filter((state) => state !== 'visit-failed');
const reopenable: readonly OrderView['state'][] = [
  'disputed',
  'visit-failed',
  'taken',
  'dispatched',
  'confirmed',
  'rated',
  'closed',
];

// What may be typed in later than it was said.
const laterToo: ReadonlySet<Asking> = new Set<Asking>(['confirm', 'dispute', 'attest', 'reopen', 'cancel']);

/** After the visit: what the resident says, written down by the desk; and cancelling or dispatching again. */
export function AfterPart({ order }: { order: OrderView }) {
  const words = useWords(volunteeringTexts);
  const desk = useWords(deskTexts);
  const callBacks = useWords(callBackTexts);
  const times = useTimes();
  const { send, busy } = useOrderAct(order);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { after } = words;
  const zone = useMe().county.timeZone;
  const may = (ability: string, states: readonly OrderView['state'][]): boolean =>
    order.abilities.includes(ability) && states.includes(order.state);
  const acts: [Asking, boolean][] = [
    ['confirm', may('order.confirm', ['done', 'disputed'])],
    ['time', may('order.confirm', ['done', 'disputed'])],
    ['dispute', may('order.dispute', ['done'])],
    ['attest', may('order.attest', ['done', 'disputed'])],
    ['close', may('order.close', ['done', 'disputed'])],
    ['rate', may('order.rate', ['done', 'confirmed'])],
    ['reopen', may('order.reopen', reopenable)],
    ['wish', may('order.change-wish', changeable)],
    ['cancel', may('order.cancel', cancellable)],
    ['again', order.abilities.includes('order.again')],
  ];
  const shown = acts.filter(([, isOpen]) => isOpen);
  const { differences } = useWords(proofTexts);
  const titles = { ...after, time: differences.otherTime, close: desk.close.act, wish: desk.wish.title };
  const close = () => setAsking(null);
  const hintOf: Partial<Record<Asking, { hint: string }>> = {
    attest: { hint: after.attestHint },
    close: { hint: desk.close.hint },
    cancel: { hint: after.cancelSure },
    ...(order.state === 'disputed' ? { reopen: { hint: after.reopenDisputed } } : {}),
  };
  const labels: Partial<Record<Asking, string>> = {
    confirm: after.settled,
    close: desk.close.reason,
    attest: after.attestWhy,
    reopen: after.reopenWhy,
  };
  const paths = {
    confirm: 'confirmations',
    dispute: 'disputes',
    attest: 'attestations',
    close: 'closings',
    reopen: 'reopenings',
    cancel: 'cancellations',
  } as const;
  const give =
    (ask: keyof typeof paths) =>
    ({ reason, ...when }: TypedHappened & { reason?: string }) =>
      send(
        paths[ask],
        {
          ...(ask === 'confirm' ? (reason ? { settled: reason } : {}) : { reason: reason ?? '' }),
          ...happenedOf(when, zone),
        },
        after.saved,
      );
  return (
    <>
      {order.rating && (
        <Part title={words.order.rating}>
          <p className="row">
            <Rate disabled value={order.rating.score} />{' '}
            {order.rating.outcome in words.order.outcomes
              ? words.order.outcomes[order.rating.outcome as keyof typeof words.order.outcomes]
              : order.rating.outcome}
          </p>
          {order.rating.words && <p>{order.rating.words}</p>}
          <p className="meta">
            {times.at(order.rating.at)} ·{' '}
            {order.rating.givenBy === 'desk' ? words.order.byDesk : words.order.byResident}
          </p>
        </Part>
      )}
      {(shown.length > 0 || order.calls > 0) && (
        <div className="row">
          {shown.map(([ask]) => (
            <Button
              key={ask}
              type={ask === 'confirm' ? 'primary' : 'default'}
              danger={ask === 'cancel'}
              onClick={() =>
                ask === 'confirm' && order.state === 'done'
                  ? void send('confirmations', {}, after.saved)
                  : setAsking(ask)
              }
            >
              {titles[ask]}
            </Button>
          ))}
          {order.state === 'done' && order.abilities.includes('order.confirm') && (
            <Button loading={busy} onClick={() => void send('calls', undefined, callBacks.saved)}>
              {callBacks.noCall}
            </Button>
          )}
          {order.calls > 0 && <span className="meta">{callBacks.calls(order.calls)}</span>}
        </div>
      )}
      {asking === 'rate' && (
        <RateDialog busy={busy} onClose={close} onRate={(typed) => send('ratings', typed, after.saved)} />
      )}
      {asking === 'time' && (
        <OtherTimeDialog
          busy={busy}
          onClose={close}
          onGive={(minutes) => send('confirmations', { minutes }, after.saved)}
        />
      )}
      {asking === 'wish' && (
        <WishDialog
          order={order}
          busy={busy}
          onClose={close}
          onWish={(wishes) => send('wishes', { wishes }, after.saved)}
        />
      )}
      {asking === 'again' && <AgainDialog order={order} title={titles.again} onClose={close} />}
      {asking && asking !== 'rate' && asking !== 'time' && asking !== 'wish' && asking !== 'again' && (
        <ReasonDialog
          title={titles[asking]}
          {...hintOf[asking]}
          label={labels[asking] ?? after.reason}
          optional={asking === 'cancel'}
          danger={asking === 'cancel'}
          busy={busy}
          onClose={close}
          onGive={give(asking)}
        >
          {laterToo.has(asking) && <HappenedField />}
        </ReasonDialog>
      )}
    </>
  );
}

function RateDialog({
  busy,
  onClose,
  onRate,
}: {
  busy: boolean;
  onClose: () => void;
  onRate: (typed: Omit<NewRating, 'happenedAt'> & { happenedAt?: string }) => Promise<boolean>;
}) {
  const words = useWords(volunteeringTexts);
  const { differences } = useWords(proofTexts);
  const zone = useMe().county.timeZone;
  const needed = [{ required: true, message: words.needed }];
  return (
    <Modal open onCancel={onClose} footer={null} title={words.after.rate} width={420}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ outcome: 'done' }}
        onFinish={({ happenedAt, ...typed }: Omit<NewRating, 'happenedAt'> & TypedHappened) =>
          void onRate({
            ...typed,
            words: typed.words ?? '',
            minutes: typed.minutes ?? undefined,
            ...happenedOf({ happenedAt: happenedAt ?? null }, zone),
          }).then((done) => done && onClose())
        }
      >
        <Form.Item name="outcome" label={words.after.outcome} rules={needed}>
          <Segmented
            aria-label={words.after.outcome}
            options={(['done', 'partly', 'not-done'] as const).map((value) => ({
              value,
              label: words.order.outcomes[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="score" label={words.after.score} rules={needed}>
          <Rate tooltips={([1, 2, 3, 4, 5] as const).map((score) => ({ title: words.after.scores[score] }))} />
        </Form.Item>
        <Form.Item name="minutes" label={differences.otherMinutes} extra={differences.otherMinutesHint}>
          <InputNumber min={0} max={1_440} precision={0} style={{ width: 140 }} />
        </Form.Item>
        <Form.Item name="words" label={words.after.words}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <HappenedField />
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
