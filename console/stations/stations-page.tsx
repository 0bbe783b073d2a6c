import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { StationView } from '@xiangyin/server/contract';
import { degreesOf, degreesText } from '../kit/degrees.ts';
import { DegreesField } from '../kit/degrees-field.tsx';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { weekdaysInWords } from '../kit/weekdays.ts';
import { WeekFields, type TypedWindow } from '../kit/week-fields.tsx';
import { givenWords, type TypedWords } from '../kit/given-words.ts';
import { WordsFields } from '../kit/words-fields.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { PlacePicker } from '../places/place-picker.tsx';
import { allSteps, usePlaces } from '../places/use-places.ts';
import { ComputersPart } from './computers-part.tsx';
import { KiosksPart } from './kiosks-part.tsx';
import { stationsTexts } from './stations-texts.ts';

/** The stations: whom a resident calls. */
export function StationsPage() {
  const words = useWords(stationsTexts);
  const { weekTimes } = useWords(kitTexts);
  const language = useLanguage();
  const { isBelow, steps } = usePlaces();
  const mayOpen = useMaySomewhere('station.open');
  const [editing, setEditing] = useState<StationView | 'new' | null>(null);
  const hours = (station: StationView): string[] =>
    station.openingHours.map(
      ({ weekdays, from, to }) =>
        `${listed(weekdaysInWords(weekdays, (day) => weekTimes.days[day as 1], weekTimes.everyDay))} ${from}–${to}`,
    );
  const spec: ListSpec<StationView> = {
    name: 'stations',
    path: '/stations',
    local: {
      isHere: (station, here) => isBelow(station.place.id, here),
      matches: (station, search, chosen) =>
        (search === '' ||
          station.phone.includes(search) ||
          Object.values(station.name).some((name) => name?.toLowerCase().includes(search.toLowerCase()))) &&
        (chosen('level') === '' || station.level === chosen('level')),
    },
    rowKey: (station) => station.id,
    filters: [
      {
        param: 'level',
        label: words.level,
        options: allSteps.map((value) => ({ value, label: steps[value].station })),
      },
    ],
    columns: [
      {
        key: 'name',
        title: words.name,
        text: (station) => inWords(station.name, language),
        cell: (station) => (
          <>
            <strong>{inWords(station.name, language)}</strong> {station.closed && <Tag>{words.closed}</Tag>}
            <div className="second">{inWords(station.address, language)}</div>
          </>
        ),
      },
      { key: 'closed', title: words.closed, exported: true, text: (station) => (station.closed ? words.closed : '') },
      { key: 'address', title: words.address, exported: true, text: (station) => inWords(station.address, language) },
      { key: 'level', title: words.level, narrow: true, text: (station) => steps[station.level].station },
      { key: 'place', title: words.place, narrow: true, text: (station) => inWords(station.place.name, language) },
      {
        key: 'phone',
        title: words.phone,
        narrow: true,
        text: (station) => station.phone,
        cell: (station) => (
          <a className="num" href={`tel:${station.phone}`}>
            {station.phone}
          </a>
        ),
      },
      { key: 'keeper', title: words.keeper, narrow: true, text: (station) => station.keeperName ?? '' },
      {
        key: 'hours',
        title: words.hours,
        text: (station) => hours(station).join(language === 'en' ? ', ' : '，') || words.always,
        cell: (station) =>
          hours(station).length === 0
            ? words.always
            : hours(station).map((line) => (
                <div key={line} style={{ whiteSpace: 'nowrap' }}>
                  {line}
                </div>
              )),
      },
    ],
    action: (station) =>
      station.abilities.includes('station.change') && (
        <Button size="small" type="text" onClick={() => setEditing(station)}>
          {words.change}
        </Button>
      ),
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page
      title={words.title}
      actions={
        mayOpen && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {editing && <StationDialog station={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface Typed {
  level: StationView['level'];
  placeId: string;
  name: TypedWords;
  phone: string;
  keeperId?: string;
  address?: TypedWords;
  openingHours?: TypedWindow[];
  /** As typed. */
  degrees?: string;
  /** Places besides its own. */
  alsoServes?: string[];
}

function StationDialog({ station, onClose }: { station: StationView | null; onClose: () => void }) {
  const { steps } = usePlaces();
  const words = useWords(stationsTexts);
  const language = useLanguage();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<StationView>({
    onProblem: (problem) => showInForm(form, problem),
  });
  const save = async (typed: Typed): Promise<void> => {
    const { level, placeId, name, phone, keeperId, address, degrees, openingHours, alsoServes } = typed;
    const facts = {
      name: givenWords(name),
      phone,
      ...(keeperId ? { keeperId } : {}),
      address: givenWords(address),
      degrees: degreesOf(degrees ?? '') ?? null,
      openingHours: openingHours ?? [],
      alsoServes: alsoServes ?? [],
    };
    const saved = await (station
      ? run('PATCH', `/stations/${station.id}`, { version: station.version, ...facts })
      : run('POST', '/stations', { level, placeId, ...facts }));
    if (!saved) return;
    onClose();
    await refresh();
  };
  const needed = [{ required: true, message: words.needed }];
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={station ? inWords(station.name, language) : words.add}
      width={560}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          station
            ? {
                name: station.name,
                phone: station.phone,
                address: station.address,
                degrees: station.degrees ? degreesText(station.degrees) : '',
                openingHours: station.openingHours,
                alsoServes: station.serves.slice(1).map((place) => place.id),
              }
            : { level: 'village' }
        }
        onFinish={(typed) => void save(typed)}
      >
        {!station && (
          <>
            <Form.Item name="level" label={words.level} rules={needed}>
              <Select options={allSteps.map((value) => ({ value, label: steps[value].station }))} />
            </Form.Item>
            <Form.Item name="placeId" label={words.place} rules={needed}>
              <PlacePicker />
            </Form.Item>
          </>
        )}
        <WordsFields label={words.name} needed={words.needed} />
        <Form.Item name="phone" label={words.phone} rules={needed}>
          <Input maxLength={30} inputMode="tel" className="num" />
        </Form.Item>
        <WordsFields name="address" label={words.address} maxLength={200} />
        <DegreesField name="degrees" here />
        <Form.Item
          name="keeperId"
          label={station?.keeperName ? `${words.keeper} · ${station.keeperName}` : words.keeper}
        >
          <PersonPicker />
        </Form.Item>
        <WeekFields
          name="openingHours"
          label={words.opening}
          first={{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }}
        />
        <Form.Item name="alsoServes" label={words.alsoServes} extra={words.alsoServesHint}>
          <PlacePicker multiple />
        </Form.Item>
        <SaveButton busy={busy} />
      </Form>
      {station && (
        <div className="stack wide" style={{ marginTop: 32 }}>
          <ComputersPart stationId={station.id} />
          <KiosksPart stationId={station.id} />
        </div>
      )}
    </Modal>
  );
}
