import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { HourSample, SampleEntry, unusualList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { csvOf, download } from '../kit/csv.ts';
import { usePlaceHere } from '../kit/here.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { proofTexts } from './hours/hours-texts.ts';
import './hours/hours.css';

interface Asked {
  from: string;
  until: string;
  size: number;
  seed: string;
}

/** For the authority that samples the ledger: a seed draws entries that anybody can draw again, and what units entered unusually stands below. */
export function HourInspectionsPage() {
  const { inspect: words, ways } = useWords(proofTexts);
  const times = useTimes();
  const today = dayjs(times.now().format('YYYY-MM-DD'));
  const [asked, setAsked] = useState<Asked>({
    from: today.subtract(89, 'day').format('YYYY-MM-DD'),
    until: today.format('YYYY-MM-DD'),
    size: 50,
    seed: today.format('YYYY-MM'),
  });
  return (
    <Page title={words.title} meta={words.lead} crumb={{ to: '/hours', text: ways.hours }}>
      <div className="stack">
        <DrawForm asked={asked} onDraw={setAsked} />
        <Sample asked={asked} />
        <Unusual from={asked.from} until={asked.until} />
      </div>
    </Page>
  );
}

function DrawForm({ asked, onDraw }: { asked: Asked; onDraw: (asked: Asked) => void }) {
  const { inspect: words } = useWords(proofTexts);
  const draw = ({ from, until, size, seed }: { from: Dayjs; until: Dayjs; size: number; seed: string }): void =>
    onDraw({ from: from.format('YYYY-MM-DD'), until: until.format('YYYY-MM-DD'), size, seed: seed.trim() });
  return (
    <Form
      layout="inline"
      requiredMark={false}
      initialValues={{ ...asked, from: dayjs(asked.from), until: dayjs(asked.until) }}
      onFinish={draw}
      style={{ gap: 8 }}
    >
      {(['from', 'until'] as const).map((name) => (
        <Form.Item key={name} name={name} label={words[name]} rules={[{ required: true, message: words[name] }]}>
          <DatePicker allowClear={false} />
        </Form.Item>
      ))}
      <Form.Item name="size" label={words.size} rules={[{ required: true, message: words.size }]}>
        <InputNumber min={1} max={500} precision={0} style={{ width: 90 }} />
      </Form.Item>
      <Form.Item name="seed" label={words.seed} rules={[{ required: true, whitespace: true, message: words.seed }]}>
        <Input maxLength={80} autoCapitalize="none" spellCheck={false} style={{ width: 160 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {words.draw}
      </Button>
    </Form>
  );
}

function Sample({ asked }: { asked: Asked }) {
  const { inspect: words, sums } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const here = usePlaceHere();
  const query = useQuery({
    queryKey: ['hour-samples', asked, here],
    queryFn: ({ signal }) => read<HourSample>('/hour-samples', { ...asked, placeId: here }, { signal }),
  });
  const cells = (one: SampleEntry): string[] => [
    one.number,
    inWords(one.service, language),
    longName(one.placeId),
    inWords(one.unit, language),
    (one.minutes / 60).toFixed(2),
    sums.classes[one.evidence],
    one.counts ? words.yes : words.no,
    times.dated(one.happenedAt),
    times.dated(one.enteredAt),
    one.hourId,
    one.rowHash,
  ];
  const save = (sample: HourSample): void =>
    download(csvOf(sample.items.map(cells)), `hours-${sample.seed}-${sample.from}-${sample.until}.csv`);
  return (
    <Loaded query={query}>
      {(sample) =>
        sample.items.length === 0 ? (
          <Quiet title={words.empty} />
        ) : (
          <Part
            title={words.drawn(sample.items.length, sample.population)}
            aside={<Button onClick={() => save(sample)}>{words.take}</Button>}
          >
            <ul className="plain-rows">
              {sample.items.map((one) => (
                <li key={one.hourId}>
                  <strong className="num">{one.number}</strong> {inWords(one.service, language)} ·{' '}
                  {sums.hours((one.minutes / 60).toFixed(2))} · {sums.classes[one.evidence]}
                  {!one.counts && <> · {words.no}</>}
                  <div className="second">
                    {inWords(one.unit, language)} · {longName(one.placeId)} · {times.dated(one.happenedAt)}
                  </div>
                  <div className="second num" style={{ overflowWrap: 'anywhere' }}>
                    {one.hourId}
                  </div>
                </li>
              ))}
            </ul>
          </Part>
        )
      }
    </Loaded>
  );
}

function Unusual({ from, until }: { from: string; until: string }) {
  const { inspect: words, sums } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const here = usePlaceHere();
  const query = useQuery({
    queryKey: ['unusual-entries', from, until, here],
    queryFn: ({ signal }) =>
      read<Answer<typeof unusualList>>('/unusual-entries', { from, until, placeId: here }, { signal }),
  });
  return (
    <Part title={words.unusual}>
      <p className="meta">{words.unusualLead}</p>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul className="plain-rows">
              {items.map((one) => (
                <li key={`${one.kind}${one.unit.id}${one.untilAt}`}>
                  <strong>{inWords(one.unit.name, language)}</strong> · {words.kinds[one.kind]} ·{' '}
                  {words.entries(one.entries)} · {sums.hours((one.minutes / 60).toFixed(1))}
                  <div className="second">
                    {times.dated(one.fromAt)} – {times.dated(one.untilAt)}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Part>
  );
}
