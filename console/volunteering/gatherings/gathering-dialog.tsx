import { useQuery } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Modal, Segmented, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { GatheringLine, teamList, volunteerList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { useTerms } from '../use-terms.ts';
import { gatheringTexts } from './gathering-texts.ts';

interface Typed {
  kind: GatheringLine['kind'];
  topic: string;
  placeId: string;
  room?: string;
  teamId?: string | null;
  startsAt: Dayjs;
  endsAt: Dayjs;
  training?: string | null;
  validUntil?: Dayjs | null;
  guestIds: string[];
}

/** Calls a training or a meeting, writes down one that was held, or changes it. */
export function GatheringDialog({ gathering, onClose }: { gathering: GatheringLine | null; onClose: () => void }) {
  const words = useWords(gatheringTexts);
  const zone = useMe().county.timeZone;
  const { message } = App.useApp();
  const confirm = useConfirm();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<GatheringLine>({ onProblem: (problem) => showInForm(form, problem) });
  const kind = Form.useWatch('kind', form) ?? gathering?.kind ?? 'training';
  const save = async (typed: Typed): Promise<void> => {
    const isTraining = typed.kind === 'training';
    const said = {
      topic: typed.topic,
      room: typed.room ?? '',
      startsAt: fromCounty(typed.startsAt, zone),
      endsAt: fromCounty(typed.endsAt, zone),
      validUntil: isTraining ? (typed.validUntil?.format('YYYY-MM-DD') ?? null) : null,
      guestIds: typed.guestIds,
    };
    const saved = await (gathering
      ? run('PATCH', `/gatherings/${gathering.id}`, { ...said, version: gathering.version })
      : run('POST', '/gatherings', {
          ...said,
          kind: typed.kind,
          placeId: typed.placeId,
          teamId: typed.teamId ?? null,
          training: isTraining ? (typed.training ?? null) : null,
        }));
    if (!saved) return;
    void message.success(gathering ? words.saved : words.called);
    onClose();
    await refresh();
  };
  const callOff = async (): Promise<void> => {
    if (!(await confirm({ title: words.callOffTitle, consequence: words.callOffHint, act: words.callOff }))) return;
    const off = { cancelled: true, version: gathering?.version };
    if (!(await run('PATCH', `/gatherings/${gathering?.id}`, off))) return;
    void message.success(words.calledOff);
    onClose();
    await refresh();
  };
  const needed = [{ required: true, message: words.needed }];
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={gathering ? words.changeTitle : words.add}
      width={560}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={initialOf(gathering, zone)}
        onFinish={(typed) => void save(typed)}
      >
        {/* Kept while it is changed as well: what kind it is decides what is asked. */}
        <Form.Item name="kind" label={words.kind} hidden={gathering !== null}>
          <Segmented
            aria-label={words.kind}
            options={(['training', 'meeting'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          />
        </Form.Item>
        <Form.Item name="topic" label={words.topic} rules={[{ ...needed[0], whitespace: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <TimeFields />
        <div className="two-fields">
          {!gathering && (
            <Form.Item name="placeId" label={words.where} rules={needed}>
              <PlacePicker />
            </Form.Item>
          )}
          <Form.Item name="room" label={words.room}>
            <Input maxLength={120} />
          </Form.Item>
        </div>
        {kind === 'training' && <LearnedFields isNew={!gathering} />}
        <GuestFields gathering={gathering} onTeam={(ids) => form.setFieldValue('guestIds', ids)} />
        <div className="row apart">
          <SaveButton busy={busy}>{words.save}</SaveButton>
          {gathering && gathering.presentCount === 0 && (
            <Button danger type="text" onClick={() => void callOff()}>
              {words.callOff}
            </Button>
          )}
        </div>
      </Form>
    </Modal>
  );
}

const initialOf = (gathering: GatheringLine | null, zone: string): Partial<Typed> =>
  gathering
    ? {
        kind: gathering.kind,
        topic: gathering.topic,
        room: gathering.room,
        startsAt: toCounty(gathering.startsAt, zone),
        endsAt: toCounty(gathering.endsAt, zone),
        validUntil: gathering.validUntil ? dayjs(gathering.validUntil) : null,
        guestIds: gathering.guests.map((guest) => guest.personId),
      }
    : { kind: 'training', guestIds: [] };

function TimeFields() {
  const words = useWords(gatheringTexts);
  const picker = { showTime: { format: 'HH:mm' }, style: { width: '100%' } } as const;
  return (
    <div className="two-fields">
      <Form.Item name="startsAt" label={words.from} rules={[{ required: true, message: words.needed }]}>
        <DatePicker {...picker} />
      </Form.Item>
      <Form.Item
        name="endsAt"
        label={words.to}
        dependencies={['startsAt']}
        rules={[
          { required: true, message: words.needed },
          ({ getFieldValue }) => ({
            validator: (_, end: Dayjs | null) => {
              const start = getFieldValue('startsAt') as Dayjs | null;
              return start && end && !end.isAfter(start)
                ? Promise.reject(new Error(words.endsFirst))
                : Promise.resolve();
            },
          }),
        ]}
      >
        <DatePicker {...picker} />
      </Form.Item>
    </div>
  );
}

function LearnedFields({ isNew }: { isNew: boolean }) {
  const words = useWords(gatheringTexts);
  const trainings = useTerms('training');
  return (
    <div className="two-fields">
      {isNew && (
        <Form.Item name="training" label={words.learned} extra={words.learnedHint}>
          <Select allowClear options={trainings.choices} />
        </Form.Item>
      )}
      <Form.Item name="validUntil" label={words.validUntil} extra={words.validHint}>
        <DatePicker />
      </Form.Item>
    </div>
  );
}

function GuestFields({
  gathering,
  onTeam,
}: {
  gathering: GatheringLine | null;
  onTeam: (personIds: readonly string[]) => void;
}) {
  const words = useWords(gatheringTexts);
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const teams = useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => read<Answer<typeof teamList>>('/teams', {}, { signal }),
  });
  const found = useQuery({
    queryKey: ['volunteers', 'find', search],
    queryFn: ({ signal }) => read<Answer<typeof volunteerList>>('/volunteers', { q: search, limit: 30 }, { signal }),
  });
  const known = teams.data?.items ?? [];
  const people = new Map(
    [...(gathering?.guests ?? []), ...known.flatMap((team) => team.members), ...(found.data?.items ?? [])].map(
      (person) => [person.personId, person.name],
    ),
  );
  return (
    <>
      {!gathering && (
        <Form.Item name="teamId" label={words.team}>
          <Select
            allowClear
            options={known.map((team) => ({ value: team.id, label: inWords(team.name, language) }))}
            onChange={(id: string | undefined) =>
              id && onTeam(known.find((team) => team.id === id)?.members.map((member) => member.personId) ?? [])
            }
          />
        </Form.Item>
      )}
      <Form.Item name="guestIds" label={words.guests}>
        <Select
          mode="multiple"
          showSearch={{ filterOption: false, onSearch: setSearch }}
          placeholder={words.guestHint}
          options={[...people].map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
    </>
  );
}
