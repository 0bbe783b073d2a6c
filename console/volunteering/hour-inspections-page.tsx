import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { HourSample, SampleEntry, unusualList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { usePlaceHere } from '../kit/here.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
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
      colon={false}
      requiredMark={false}
      initialValues={{ ...asked, from: dayjs(asked.from), until: dayjs(asked.until) }}
      onFinish={draw}
      style={{ gap: 8 }}
    >
      {(['from', 'until'] as const).map((name) => (
        <Form.Item key={name} name={name} label={words[name]} rules={[{ required: true }]}>
          <DatePicker allowClear={false} />
        </Form.Item>
      ))}
      <Form.Item name="size" label={words.size} rules={[{ required: true }]}>
        <InputNumber min={1} max={500} precision={0} style={{ width: 90 }} />
      </Form.Item>
      <Form.Item name="seed" label={words.seed} rules={[{ required: true, whitespace: true }]}>
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
  // How many there are to draw from, beside the drawn ones of the list.
  const { data: known } = useQuery({
    queryKey: ['hour-samples', asked, here],
    queryFn: ({ signal }) => read<HourSample>('/hour-samples', { ...asked, size: 1, placeId: here }, { signal }),
  });
  const texts = (one: SampleEntry): string[] => [
    one.number,
    inWords(one.service, language),
    inWords(one.unit, language),
    longName(one.placeId),
  ];
  const spec: ListSpec<SampleEntry> = {
    name: 'hour-samples',
    path: '/hour-samples',
    always: { ...asked, placeId: here ?? undefined },
    local: {
      matches: (one, search) => texts(one).join(' ').toLowerCase().includes(search.toLowerCase()),
      isHere: null,
    },
    searchHint: words.find,
    rowKey: (one) => one.hourId,
    columns: [
      {
        key: 'entry',
        title: words.entry,
        text: (one) => one.number,
        cell: (one) => (
          <>
            <strong className="num">{one.number}</strong> {inWords(one.service, language)}
            <div className="second num" style={{ overflowWrap: 'anywhere' }}>
              {one.hourId}
            </div>
          </>
        ),
      },
      { key: 'service', title: words.service, exported: true, text: (one) => inWords(one.service, language) },
      {
        key: 'unit',
        title: words.unit,
        text: (one) => inWords(one.unit, language),
        cell: (one) => (
          <>
            {inWords(one.unit, language)}
            <div className="second">{longName(one.placeId)}</div>
          </>
        ),
      },
      { key: 'place', title: words.place, exported: true, text: (one) => longName(one.placeId) },
      {
        key: 'hours',
        title: words.hours,
        narrow: true,
        text: (one) => (one.minutes / 60).toFixed(2),
        sortBy: (one) => one.minutes,
        named: true,
      },
      {
        key: 'evidence',
        title: words.evidence,
        text: (one) => sums.classes[one.evidence],
        cell: (one) => (
          <>
            {sums.classes[one.evidence]}
            {!one.counts && <div className="second">{words.no}</div>}
          </>
        ),
      },
      { key: 'counts', title: words.counts, exported: true, text: (one) => (one.counts ? words.yes : words.no) },
      {
        key: 'happened',
        title: words.happened,
        narrow: true,
        text: (one) => one.happenedAt,
        cell: (one) => <span className="meta">{times.dated(one.happenedAt)}</span>,
      },
      { key: 'entered', title: words.entered, exported: true, text: (one) => one.enteredAt },
      // With them anybody draws the same again.
      { key: 'seed', title: words.seed, exported: true, text: () => asked.seed },
      { key: 'from', title: words.from, exported: true, text: () => asked.from },
      { key: 'until', title: words.until, exported: true, text: () => asked.until },
      { key: 'id', title: 'ID', exported: true, text: (one) => one.hourId },
      { key: 'hash', title: words.hash, exported: true, text: (one) => one.rowHash },
    ],
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Part title={known ? words.drawn(Math.min(asked.size, known.population), known.population) : words.title}>
      <RecordList spec={spec} />
    </Part>
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
        {({ items, total }) =>
          items.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              {total > items.length && <p className="meta">{words.latestOf(items.length, total)}</p>}
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
            </>
          )
        }
      </Loaded>
    </Part>
  );
}
