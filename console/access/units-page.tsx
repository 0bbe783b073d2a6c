import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { UnitView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere, useMe } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { givenWords, type TypedWords } from '../kit/given-words.ts';
import { WordsFields } from '../kit/words-fields.tsx';
import { PlacePicker } from '../places/place-picker.tsx';
import { usePlaces } from '../places/use-places.ts';
import { accessTexts } from './access-texts.ts';

/** Sections, teams and stations, as far as duties may be narrowed to them. */
export function UnitsPage() {
  const { units } = useWords(accessTexts);
  const language = useLanguage();
  const { isBelow } = usePlaces();
  const mayAdd = useMaySomewhere('unit.add');
  const [editing, setEditing] = useState<UnitView | 'new' | null>(null);
  const spec: ListSpec<UnitView> = {
    name: 'units',
    path: '/units',
    local: {
      isHere: (unit, here) => isBelow(unit.place.id, here),
      matches: (unit, search, chosen) =>
        (search === '' ||
          Object.values(unit.name).some((name) => name?.toLowerCase().includes(search.toLowerCase()))) &&
        (chosen('kind') === '' || unit.kind === chosen('kind')),
    },
    rowKey: (unit) => unit.id,
    filters: [
      {
        param: 'kind',
        label: units.kind,
        options: (['section', 'team', 'station'] as const).map((kind) => ({ value: kind, label: units.kinds[kind] })),
      },
    ],
    columns: [
      { key: 'name', title: units.name, text: (unit) => inWords(unit.name, language) },
      { key: 'kind', title: units.kind, text: (unit) => units.kinds[unit.kind] },
      { key: 'place', title: units.place, text: (unit) => inWords(unit.place.name, language) },
      {
        key: 'state',
        title: units.state,
        narrow: true,
        text: (unit) => (unit.closedAt ? units.closed : units.active),
        cell: (unit) => <Tag tone={unit.closedAt ? 'plain' : 'ok'}>{unit.closedAt ? units.closed : units.active}</Tag>,
      },
    ],
    action: (unit) =>
      unit.abilities.includes('unit.change') && (
        <Button size="small" type="text" onClick={() => setEditing(unit)}>
          {units.rename}
        </Button>
      ),
    empty: (
      <Quiet title={units.empty}>{mayAdd && <Button onClick={() => setEditing('new')}>{units.add}</Button>}</Quiet>
    ),
  };
  return (
    <Page
      title={units.title}
      actions={
        mayAdd && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {units.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {editing && <UnitDialog unit={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface Typed {
  kind: UnitView['kind'];
  placeId: string;
  name: TypedWords;
}

function UnitDialog({ unit, onClose }: { unit: UnitView | null; onClose: () => void }) {
  const { units, door } = useWords(accessTexts);
  const kit = useWords(kitTexts);
  const me = useMe();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<UnitView>({
    onProblem: (problem) => showInForm(form, problem),
  });
  const shown = async (answer: UnitView | undefined): Promise<void> => {
    if (!answer) return;
    onClose();
    await refresh();
  };
  const save = ({ kind, placeId, ...typed }: Typed) => {
    const name = givenWords(typed.name);
    return (unit ? run('PATCH', `/units/${unit.id}`, { name }) : run('POST', '/units', { kind, placeId, name })).then(
      shown,
    );
  };
  const needed = [{ required: true, message: door.needed }];
  return (
    <Modal open onCancel={onClose} footer={null} title={unit ? units.rename : units.add} width={440}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: unit?.kind ?? 'team',
          placeId: unit?.place.id ?? me.places[0]?.id,
          name: unit?.name,
        }}
        onFinish={(typed) => void save(typed)}
      >
        {!unit && (
          <>
            <Form.Item name="kind" label={units.kind} rules={needed}>
              <Select
                options={(['section', 'team', 'station'] as const).map((kind) => ({
                  value: kind,
                  label: units.kinds[kind],
                }))}
              />
            </Form.Item>
            <Form.Item name="placeId" label={units.place} rules={needed}>
              <PlacePicker />
            </Form.Item>
          </>
        )}
        <WordsFields label={units.name} needed={door.needed} />
        <div className="row apart">
          <Button type="primary" htmlType="submit" loading={busy}>
            {kit.save}
          </Button>
          {unit && (
            <Button
              onClick={() => void run('PATCH', `/units/${unit.id}`, { closed: unit.closedAt === null }).then(shown)}
            >
              {unit.closedAt ? units.reopen : units.close}
            </Button>
          )}
        </div>
      </Form>
    </Modal>
  );
}
