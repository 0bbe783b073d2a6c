import { App, DatePicker, Form, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../kit/shape.ts';
import type { GrantView, NewGrantRequest, unitList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { fromCounty } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { PersonPicker } from '../../people/person-picker.tsx';
import { PlacePicker } from '../../places/place-picker.tsx';
import { accessTexts } from '../access-texts.ts';
import { useRoles } from './grants-list.tsx';

interface Typed {
  personId: string;
  role: string;
  placeId: string;
  unitId?: string;
  fromAt?: Dayjs;
  untilAt?: Dayjs;
}

/** Gives a duty at a place, or puts somebody on watch for a time. */
export function GiveGrant({ personId, duty, onClose }: { personId?: string; duty: boolean; onClose: () => void }) {
  const { grants, door } = useWords(accessTexts);
  const kit = useWords(kitTexts);
  const language = useLanguage();
  const me = useMe();
  const { message } = App.useApp();
  const roles = useRoles();
  const [form] = Form.useForm<Typed>();
  const placeId = Form.useWatch('placeId', form);
  const units = useQuery({
    queryKey: ['units', placeId],
    enabled: Boolean(placeId),
    queryFn: ({ signal }) => read<Answer<typeof unitList>>('/units', { placeId }, { signal }),
  });
  const { run, busy } = useAct<GrantView>({ onProblem: (problem) => showInForm(form, problem) });
  const give = async (typed: Typed): Promise<void> => {
    const zone = me.county.timeZone;
    const body: NewGrantRequest = {
      // On a person's own page the form has no field for it.
      personId: personId ?? typed.personId,
      role: typed.role,
      placeId: typed.placeId,
      unitId: typed.unitId ?? null,
      duty,
      ...(typed.fromAt ? { fromAt: fromCounty(typed.fromAt, zone) } : {}),
      untilAt: typed.untilAt ? fromCounty(typed.untilAt, zone) : null,
    };
    if (!(await run('POST', '/grants', body))) return;
    void message.success(grants.given);
    onClose();
    await refresh();
  };
  const needed = [{ required: true, message: door.needed }];
  return (
    <Modal open onCancel={onClose} footer={null} title={duty ? grants.addDuty : grants.add}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ personId, placeId: me.places[0]?.id }}
        onFinish={(typed) => void give(typed)}
      >
        {personId === undefined && (
          <Form.Item name="personId" label={grants.person} rules={needed}>
            <PersonPicker />
          </Form.Item>
        )}
        <Form.Item name="role" label={grants.role} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(roles.data?.roles ?? []).map((role) => ({ value: role.role, label: role.name }))}
          />
        </Form.Item>
        <Form.Item name="placeId" label={grants.place} rules={needed}>
          <PlacePicker />
        </Form.Item>
        {(units.data?.items.length ?? 0) > 0 && (
          <Form.Item name="unitId" label={grants.unit}>
            <Select
              allowClear
              placeholder={grants.wholePlace}
              options={(units.data?.items ?? []).map((unit) => ({
                value: unit.id,
                label: inWords(unit.name, language),
              }))}
            />
          </Form.Item>
        )}
        <div className="row" style={{ alignItems: 'flex-start' }}>
          <Form.Item name="fromAt" label={grants.from} hidden={!duty}>
            <DatePicker showTime={{ format: 'HH:mm' }} />
          </Form.Item>
          <Form.Item
            name="untilAt"
            label={grants.until}
            rules={duty ? [{ required: true, message: grants.dutyNeedsEnd }] : []}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} placeholder={grants.open} />
          </Form.Item>
        </div>
        <SaveButton busy={busy}>{kit.confirm}</SaveButton>
      </Form>
    </Modal>
  );
}
