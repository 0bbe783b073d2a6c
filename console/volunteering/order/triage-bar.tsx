import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { OrderView, stationList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { HappenedField, happenedOf, type TypedHappened } from '../happened-field.tsx';
import { deskTexts } from '../desk-texts.ts';
import { triageTexts } from './triage-texts.ts';
import '../desk.css';
import { MergeDialog } from './merge-dialog.tsx';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useOrderAct } from './use-order-act.ts';
import { useTakenBack } from './use-taken-back.ts';

interface Given {
  readonly verdict: string;
  readonly [field: string]: unknown;
}

type Asking = 'refuse' | 'refer' | 'help' | 'pause' | 'merge';

/** 审单: takes an order, or says why not and where else. */
export function TriageBar({ order }: { order: OrderView }) {
  const triage = useWords(triageTexts);
  const { send, busy } = useOrderAct(order);
  const { tell } = useTakenBack(order.takeBackUntil);
  const desk = useWords(deskTexts);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [splitting, setSplitting] = useState(false);
  if (!order.abilities.includes('order.triage')) return null;
  const { state } = order;
  const give = (body: Given) => send('triages', body, triage.done, tell);
  const asks: Asking[] =
    state === 'submitted'
      ? ['help', 'refer', 'refuse', 'merge']
      : state === 'accepted'
        ? ['pause', 'help', 'refer', 'refuse']
        : [];
  if (asks.length === 0 && state !== 'paused') return null;
  return (
    <div className="card row">
      {order.suspect && <Button onClick={() => void give({ verdict: 'clear-suspicion' })}>{triage.clear}</Button>}
      {state === 'submitted' && (
        <Button type="primary" loading={busy} onClick={() => void give({ verdict: 'accept' })}>
          {triage.accept}
        </Button>
      )}
      {state === 'paused' && (
        <Button type="primary" loading={busy} onClick={() => void give({ verdict: 'resume' })}>
          {triage.resume}
        </Button>
      )}
      {asks.map((ask) => (
        <Button key={ask} onClick={() => setAsking(ask)}>
          {triage[ask]}
        </Button>
      ))}
      {(state === 'submitted' || state === 'accepted') && (
        <Button onClick={() => setSplitting(true)}>{desk.split.act}</Button>
      )}
      {splitting && <SplitDialog order={order} onClose={() => setSplitting(false)} />}
      {asking === 'merge' && (
        <MergeDialog
          order={order}
          busy={busy}
          onClose={() => setAsking(null)}
          onMerge={(intoId) => give({ verdict: 'merge', intoId })}
        />
      )}
      {asking && asking !== 'merge' && (
        <TriageDialog asking={asking} busy={busy} onClose={() => setAsking(null)} onGive={give} />
      )}
    </div>
  );
}

interface Typed extends TypedHappened {
  reason?: string;
  nextAddress?: string;
  stationId?: string;
}

function TriageDialog({
  asking,
  busy,
  onClose,
  onGive,
}: {
  asking: Exclude<Asking, 'merge'>;
  busy: boolean;
  onClose: () => void;
  onGive: (body: Given) => Promise<boolean>;
}) {
  const triage = useWords(triageTexts);
  const language = useLanguage();
  const zone = useMe().county.timeZone;
  const stations = useQuery({
    queryKey: ['stations'],
    enabled: asking === 'refer',
    queryFn: ({ signal }) => read<Answer<typeof stationList>>('/stations', {}, { signal }),
  });
  const give = ({ reason, nextAddress, stationId, ...when }: Typed): Promise<boolean> =>
    onGive({
      verdict: asking,
      reason,
      ...(nextAddress ? { nextAddress } : {}),
      ...(stationId ? { stationId } : {}),
      ...happenedOf(when, zone),
    });
  return (
    <ReasonDialog<Typed>
      title={triage[asking]}
      label={asking === 'help' ? triage.internalReason : triage.reason}
      danger={asking === 'refuse'}
      busy={busy}
      onClose={onClose}
      onGive={give}
    >
      {asking === 'refer' && (
        <Form.Item name="stationId" label={triage.station}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(stations.data?.items ?? []).map((station) => ({
              value: station.id,
              label: inWords(station.name, language),
            }))}
          />
        </Form.Item>
      )}
      {asking === 'help' && <HappenedField />}
      {(asking === 'refer' || asking === 'refuse') && (
        <Form.Item name="nextAddress" label={triage.next}>
          <Input maxLength={300} />
        </Form.Item>
      )}
    </ReasonDialog>
  );
}
