import { App, Button, DatePicker, Form, InputNumber, Modal, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { NewPointTable, PointTable, pointTableList } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { useSections } from '../use-sections.ts';
import { adoptionTexts } from './adoption-texts.ts';

const levels = ['county', 'city', 'province', 'national'] as const;
const media = ['text', 'picture', 'audio', 'video'] as const;
type Medium = (typeof media)[number];

interface Typed {
  fromOn: Dayjs;
  share: NewPointTable['share'];
  points: Partial<Record<string, Partial<Record<Medium, number | null>>>>;
  sections?: { sectionId?: string; medium?: Medium; points?: number | null }[];
}

/** Decides a new table of points, beginning with what the present one says. */
export function PointTableDialog({ before, onClose }: { before: PointTable | null; onClose: () => void }) {
  const words = useWords(adoptionTexts);
  const { table } = words;
  const times = useTimes();
  const sections = useSections();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<Answer<typeof pointTableList>>({ onProblem: (problem) => showInForm(form, problem) });
  const decide = async (typed: Typed): Promise<void> => {
    const body = asked(typed);
    if (body.lines.length === 0) return void message.error(table.nothing);
    const kinds = new Set(body.lines.map((line) => `${line.level} ${line.medium} ${line.sectionId ?? ''}`));
    if (kinds.size < body.lines.length) return void message.error(table.twice);
    if (!(await run('POST', '/point-tables', body))) return;
    void message.success(table.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={before ? table.decideNext : table.decide} width={600}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ fromOn: times.now(), share: before?.share ?? 'equal', ...typedOf(before) }}
        onFinish={(typed) => void decide(typed)}
      >
        <Form.Item
          name="fromOn"
          label={table.fromOn}
          extra={table.fromHint}
          rules={[{ required: true, message: words.needed }]}
        >
          <DatePicker allowClear={false} />
        </Form.Item>
        <div className="point-grid" style={{ marginBottom: 20 }}>
          <span />
          {media.map((medium) => (
            <span key={medium} className="meta">
              {words.media[medium]}
            </span>
          ))}
          {levels.map((level) => (
            <PointRow key={level} level={level} />
          ))}
        </div>
        <Form.Item name="share" label={table.share}>
          <Radio.Group
            options={(['equal', 'whole'] as const).map((value) => ({ value, label: table.shares[value] }))}
          />
        </Form.Item>
        <Form.List name="sections">
          {(fields, { add, remove }) => (
            <div className="point-sections" style={{ marginBottom: 20 }}>
              <span>{table.sectionLines}</span>
              {fields.map(({ key, name }) => (
                <div key={key}>
                  <Form.Item name={[name, 'sectionId']} rules={[{ required: true, message: words.needed }]}>
                    <Select aria-label={words.section} placeholder={words.section} options={sections} />
                  </Form.Item>
                  <Form.Item name={[name, 'medium']} rules={[{ required: true, message: words.needed }]}>
                    <Select
                      aria-label={words.medium}
                      options={media.map((value) => ({ value, label: words.media[value] }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'points']} rules={[{ required: true, message: words.needed }]}>
                    <InputNumber
                      aria-label={words.points}
                      min={0}
                      max={1_000}
                      precision={2}
                      style={{ width: '100%' }}
                    />
                  </Form.Item>
                  <Button type="text" onClick={() => remove(name)}>
                    {table.remove}
                  </Button>
                </div>
              ))}
              <div style={{ display: 'block' }}>
                <Button onClick={() => add({ medium: 'text' })}>{table.addSection}</Button>
              </div>
            </div>
          )}
        </Form.List>
        <SaveButton busy={busy}>{table.save}</SaveButton>
      </Form>
    </Modal>
  );
}

function PointRow({ level }: { level: (typeof levels)[number] }) {
  const words = useWords(adoptionTexts);
  return (
    <>
      <span>{words.levels[level]}</span>
      {media.map((medium) => (
        <Form.Item key={medium} name={['points', level, medium]}>
          <InputNumber
            aria-label={`${words.levels[level]} ${words.media[medium]}`}
            min={0}
            max={1_000}
            controls={false}
          />
        </Form.Item>
      ))}
    </>
  );
}

function typedOf(before: PointTable | null): Pick<Typed, 'points' | 'sections'> {
  const lines = before?.lines ?? [];
  return {
    points: Object.fromEntries(
      levels.map((level) => [
        level,
        Object.fromEntries(
          lines
            .filter((line) => line.level === level && line.sectionId === null)
            .map((line) => [line.medium, line.points]),
        ),
      ]),
    ),
    sections: lines.flatMap(({ sectionId, medium, points }) => (sectionId ? [{ sectionId, medium, points }] : [])),
  };
}

const asked = ({ fromOn, share, points, sections = [] }: Typed): NewPointTable => ({
  fromOn: fromOn.format('YYYY-MM-DD'),
  share,
  lines: [
    ...levels.flatMap((level) =>
      media.flatMap((medium) => {
        const given = points[level]?.[medium];
        return given === null || given === undefined ? [] : [{ level, medium, sectionId: null, points: cents(given) }];
      }),
    ),
    ...sections.flatMap(({ sectionId, medium, points: given }) =>
      sectionId && medium && given !== null && given !== undefined
        ? [{ level: 'county' as const, medium, sectionId, points: cents(given) }]
        : [],
    ),
  ],
});

const cents = (points: number): number => Math.round(points * 100) / 100;
