import { App, Button, DatePicker, Form, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { SettingsView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { dayWords, type DayForm } from '../kit/day-words.ts';
import { useTag, type Tag as LanguageTag } from '../kit/language.ts';
import { Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { operationsTexts } from './operations-texts.ts';
import './own-days.css';
import { daysBetween, spansOf, type OwnDayKind, type OwnSpan } from './own-days.ts';

interface Typed {
  kind: OwnDayKind;
  from: Dayjs;
  until?: Dayjs | null;
}

/** On which days offices are closed or open here, against the calendar of the country: counted where a time for answering is given in working days. */
export function OwnDaysPart({ county, mayChange }: { county: SettingsView['county']; mayChange: boolean }) {
  const { settings } = useWords(operationsTexts);
  const words = settings.ownDays;
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const from = Form.useWatch('from', form);
  const { run, busy } = useAct<SettingsView>({ onProblem: (problem) => showInForm(form, problem) });
  const { daysOff, daysWorked, holidaysUntil } = county;
  const put = async (days: readonly string[], kind: OwnDayKind | null): Promise<boolean> => {
    const without = (all: readonly string[]) => all.filter((day) => !days.includes(day));
    const saved = await run('PUT', '/own-days', {
      read: { daysOff, daysWorked },
      daysOff: [...without(daysOff), ...(kind === 'off' ? days : [])],
      daysWorked: [...without(daysWorked), ...(kind === 'worked' ? days : [])],
    });
    if (!saved) return false;
    void message.success(words.saved);
    await refresh();
    return true;
  };
  const add = async (typed: Typed): Promise<void> => {
    const last = typed.until ?? typed.from;
    if (await put(daysBetween(onDay(typed.from), onDay(last)), typed.kind)) form.resetFields(['from', 'until']);
  };
  const spans = spansOf(daysOff, daysWorked);
  const next = holidaysUntil === null ? null : holidaysUntil + 1;
  const isMissing = next !== null && !spans.some((span) => span.from.startsWith(String(next)));
  return (
    <Part title={words.title}>
      <div className="stack">
        <p className="meta">{holidaysUntil === null ? words.weekdays : words.known(holidaysUntil)}</p>
        {isMissing && <p className="notice">{words.missing(next)}</p>}
        {spans.length === 0 ? (
          <p className="meta">{words.none}</p>
        ) : (
          <ul className="own-days">
            {spans.map((span) => (
              <SpanLine
                key={span.from}
                span={span}
                onDrop={mayChange ? () => void put(daysBetween(span.from, span.until), null) : null}
                busy={busy}
              />
            ))}
          </ul>
        )}
        {mayChange && (
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ kind: 'off' }}
            onFinish={(typed) => void add(typed)}
          >
            <Form.Item name="kind" label={words.kind}>
              <Segmented
                aria-label={words.kind}
                options={(['off', 'worked'] as const).map((value) => ({ value, label: words.kinds[value] }))}
              />
            </Form.Item>
            <div className="two-fields">
              <Form.Item name="from" label={words.from} rules={[{ required: true, message: settings.needed }]}>
                <DatePicker style={{ width: '100%' }} />
              </Form.Item>
              <Form.Item name="until" label={words.until}>
                <DatePicker
                  style={{ width: '100%' }}
                  minDate={from ?? undefined}
                  maxDate={from?.add(61, 'day')}
                  disabled={!from}
                />
              </Form.Item>
            </div>
            <p className="meta" style={{ marginBottom: 12 }}>
              {words.later}
            </p>
            {/* No submit button: Enter in a field only takes the day that was typed. */}
            <Button loading={busy} onClick={form.submit}>
              {words.add}
            </Button>
          </Form>
        )}
      </div>
    </Part>
  );
}

const onDay = (day: Dayjs): string => day.format('YYYY-MM-DD');

// The year once where it is the same.
function spanWords({ from, until }: OwnSpan, tag: LanguageTag): string {
  const [first, last] = [dayjs(from), dayjs(until)];
  if (from === until) return dayWords(first, 'day', tag);
  const short = first.year() === last.year() ? 'dayOfYear' : 'day';
  // Chinese says it with the first, others with the last.
  const [one, other]: [DayForm, DayForm] = tag === 'zh-CN' ? ['day', short] : [short, 'day'];
  return `${dayWords(first, one, tag)} – ${dayWords(last, other, tag)}`;
}

function SpanLine({ span, onDrop, busy }: { span: OwnSpan; onDrop: (() => void) | null; busy: boolean }) {
  const { settings } = useWords(operationsTexts);
  const tag = useTag();
  const said = spanWords(span, tag);
  return (
    <li>
      <span>{said}</span>
      <Tag tone={span.kind === 'off' ? 'plain' : 'ok'}>{settings.ownDays.kinds[span.kind]}</Tag>
      {onDrop && (
        <Button
          type="text"
          size="small"
          disabled={busy}
          aria-label={`${settings.ownDays.drop}: ${said}`}
          onClick={onDrop}
        >
          {settings.ownDays.drop}
        </Button>
      )}
    </li>
  );
}
