import { Button, Checkbox, DatePicker, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { VolunteerView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { gateTexts } from '../gate-texts.ts';

/** Caps and days away, which volunteers set themselves. */
export interface CapsTyped {
  visitsPerDay?: number | null;
  visitsPerWeek?: number | null;
  away?: [Dayjs, Dayjs][];
  pausedUntil?: Dayjs | null;
}
/** What somebody else has seen on paper. */
export interface SeenTyped {
  bornOn?: Dayjs | null;
  guardianAgreed?: boolean;
  insuredUntil?: Dayjs | null;
  needsMentor?: boolean;
}

const dayOf = (at: Dayjs | null | undefined): string | null => at?.format('YYYY-MM-DD') ?? null;

/** The same as the API takes it. */
export const capsOf = ({ visitsPerDay, visitsPerWeek, away }: CapsTyped) => ({
  visitsPerDay: visitsPerDay ?? null,
  visitsPerWeek: visitsPerWeek ?? null,
  away: (away ?? []).filter(Boolean).map(([from, until]) => ({ from: dayOf(from) ?? '', until: dayOf(until) ?? '' })),
});
export const seenOf = ({ bornOn, guardianAgreed, insuredUntil, needsMentor }: SeenTyped) => ({
  bornOn: dayOf(bornOn),
  guardianAgreed: guardianAgreed ?? false,
  insuredUntil: dayOf(insuredUntil),
  needsMentor: needsMentor ?? false,
});
export const pauseOf = ({ state, pausedUntil }: { state?: string | undefined } & CapsTyped) => ({
  state,
  ...(state === 'paused' ? { pausedUntil: dayOf(pausedUntil) } : {}),
});

/** What stands in the form at first. */
export const gatesIn = (volunteer: VolunteerView): CapsTyped & SeenTyped => ({
  visitsPerDay: volunteer.visitsPerDay,
  visitsPerWeek: volunteer.visitsPerWeek,
  away: volunteer.away.map(({ from, until }) => [dayjs(from), dayjs(until)]),
  pausedUntil: volunteer.pausedUntil ? dayjs(volunteer.pausedUntil) : null,
  bornOn: volunteer.bornOn ? dayjs(volunteer.bornOn) : null,
  guardianAgreed: volunteer.guardianAgreed,
  insuredUntil: volunteer.insuredUntil ? dayjs(volunteer.insuredUntil) : null,
  needsMentor: volunteer.needsMentor,
});

/** Fields for caps and days away. */
export function CapsFields({ volunteer }: { volunteer: VolunteerView | null }) {
  const { own } = useWords(gateTexts);
  const caps = volunteer?.countyCaps;
  return (
    <>
      <div className="row">
        <Form.Item name="visitsPerDay" label={own.perDay}>
          <InputNumber min={1} max={caps?.visitsPerDay ?? 20} placeholder={caps && String(caps.visitsPerDay)} />
        </Form.Item>
        <Form.Item name="visitsPerWeek" label={own.perWeek}>
          <InputNumber min={1} max={caps?.visitsPerWeek ?? 60} placeholder={caps && String(caps.visitsPerWeek)} />
        </Form.Item>
      </div>
      <Form.List name="away">
        {(fields, { add, remove }) => (
          <Form.Item label={own.away}>
            {fields.map(({ key, name }) => (
              <div key={key} className="row" style={{ marginBottom: 8 }}>
                <Form.Item name={name} noStyle rules={[{ required: true }]}>
                  <DatePicker.RangePicker aria-label={own.away} />
                </Form.Item>
                <Button type="text" onClick={() => remove(name)}>
                  ×
                </Button>
              </div>
            ))}
            <Button type="link" style={{ padding: 0 }} onClick={() => add()}>
              + {own.away}
            </Button>
          </Form.Item>
        )}
      </Form.List>
    </>
  );
}

/** Fields for what stands on paper at the station. */
export function SeenFields() {
  const { own } = useWords(gateTexts);
  return (
    <>
      <div className="row">
        <Form.Item name="insuredUntil" label={own.insured}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="bornOn" label={own.born}>
          <DatePicker />
        </Form.Item>
      </div>
      <Form.Item name="guardianAgreed" valuePropName="checked">
        <Checkbox>{own.guardian}</Checkbox>
      </Form.Item>
      <Form.Item name="needsMentor" valuePropName="checked">
        <Checkbox>{own.mentor}</Checkbox>
      </Form.Item>
    </>
  );
}
