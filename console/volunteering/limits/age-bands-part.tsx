import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, InputNumber, Modal, Select, TimePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { AgeBand, ageBandList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { afterColon } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords, type SameWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { gateTexts } from '../gate-texts.ts';
import { clock, minutesOf, momentAt } from './day-times.ts';

/** What minors may do, by age: data of the county. */
export function AgeBandsPart({ mayWrite }: { mayWrite: boolean }) {
  const { ages } = useWords(gateTexts);
  const [editing, setEditing] = useState<readonly AgeBand[] | null>(null);
  const query = useQuery({
    queryKey: ['age-bands'],
    queryFn: ({ signal }) => read<Answer<typeof ageBandList>>('/age-bands', {}, { signal }),
  });
  return (
    <Loaded query={query}>
      {({ items, own }) => (
        <Part title={ages.title} aside={mayWrite && <Button onClick={() => setEditing(items)}>{ages.change}</Button>}>
          <p className="meta">
            {ages.lead} {!own && ages.ours}
          </p>
          <dl className="facts">
            {items.map((band) => (
              <div key={band.fromAge} style={{ display: 'contents' }}>
                <dt>{ages.age(band.fromAge)}</dt>
                <dd>{sayBand(band, ages)}</dd>
              </div>
            ))}
          </dl>
          {editing && <AgesDialog bands={editing} onClose={() => setEditing(null)} />}
        </Part>
      )}
    </Loaded>
  );
}

type Words = SameWords<(typeof gateTexts)['zh-CN']>['ages'];

function sayBand(band: AgeBand, ages: Words): string {
  if (!band.accepted) return afterColon(ages.accepted, ages.no);
  return [
    afterColon(ages.guardian, band.guardian ? ages.yes : ages.no),
    afterColon(ages.homes, ages.homesAre[band.homes]),
    `${clock(band.notBefore)}–${clock(band.notAfter)}`,
    afterColon(ages.week, band.minutesPerWeek ?? ages.noLimit),
  ].join(' · ');
}

interface Typed {
  items: (Omit<AgeBand, 'notBefore' | 'notAfter'> & { between: [Dayjs, Dayjs] })[];
}

function AgesDialog({ bands, onClose }: { bands: readonly AgeBand[]; onClose: () => void }) {
  const { ages } = useWords(gateTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<unknown>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async ({ items }: Typed): Promise<void> => {
    const body = {
      items: items.map(({ between: [from, until], minutesPerWeek, ...band }) => ({
        ...band,
        accepted: Boolean(band.accepted),
        guardian: Boolean(band.guardian),
        minutesPerWeek: minutesPerWeek ?? null,
        notBefore: minutesOf(from),
        notAfter: minutesOf(until),
      })),
      read: bands,
    };
    if ((await run('PUT', '/age-bands', body)) === undefined) return;
    void message.success(ages.saved);
    onClose();
    await refresh();
  };
  const initial = bands.map(({ notBefore, notAfter, ...band }) => ({
    ...band,
    between: [momentAt(notBefore), momentAt(notAfter)],
  }));
  const fresh = {
    fromAge: 16,
    accepted: true,
    guardian: true,
    homes: 'accompanied',
    between: [momentAt(480), momentAt(1_200)],
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={ages.title} width={640}>
      <Form form={form} layout="vertical" initialValues={{ items: initial }} onFinish={(typed) => void save(typed)}>
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <div className="stack">
              {fields.map(({ name, key }) => (
                <div
                  key={key}
                  className="stack tight"
                  style={{ borderBottom: '1px solid var(--line)', paddingBottom: 12 }}
                >
                  <div className="row">
                    <Form.Item name={[name, 'fromAge']} label={ages.from} rules={[{ required: true }]}>
                      <InputNumber min={0} max={18} />
                    </Form.Item>
                    <Form.Item name={[name, 'homes']} label={ages.homes}>
                      <Select
                        style={{ minWidth: 150 }}
                        options={(['never', 'accompanied', 'freely'] as const).map((value) => ({
                          value,
                          label: ages.homesAre[value],
                        }))}
                      />
                    </Form.Item>
                    <Form.Item name={[name, 'between']} label={ages.hours} rules={[{ required: true }]}>
                      <TimePicker.RangePicker format="HH:mm" minuteStep={15} allowClear={false} />
                    </Form.Item>
                    <Form.Item name={[name, 'minutesPerWeek']} label={ages.week}>
                      <InputNumber min={1} max={10_080} placeholder={ages.noLimit} />
                    </Form.Item>
                  </div>
                  <div className="row apart">
                    <span className="row">
                      <Form.Item name={[name, 'accepted']} valuePropName="checked" noStyle>
                        <Checkbox>{ages.accepted}</Checkbox>
                      </Form.Item>
                      <Form.Item name={[name, 'guardian']} valuePropName="checked" noStyle>
                        <Checkbox>{ages.guardian}</Checkbox>
                      </Form.Item>
                    </span>
                    {fields.length > 1 && (
                      <Button type="text" onClick={() => remove(name)}>
                        {ages.remove}
                      </Button>
                    )}
                  </div>
                </div>
              ))}
              <Button type="link" style={{ padding: 0, alignSelf: 'start' }} onClick={() => add(fresh)}>
                + {ages.add}
              </Button>
            </div>
          )}
        </Form.List>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
