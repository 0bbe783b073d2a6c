import { Button, Checkbox, DatePicker, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { VolunteerView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { PersonPicker } from '../../people/person-picker.tsx';
import { PlacePicker } from '../../places/place-picker.tsx';
import { gateTexts } from '../gate-texts.ts';
import { useTerms } from '../use-terms.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { volunteerTexts } from './volunteer-texts.ts';
import { TrainingsPart } from '../gatherings/trainings-part.tsx';
import { ConsentsPart } from './consents-part.tsx';
import {
  CapsFields,
  capsOf,
  gatesIn,
  pauseOf,
  SeenFields,
  seenOf,
  type CapsTyped,
  type SeenTyped,
} from './gate-fields.tsx';
import { ownFactsOf, TimesFields, type OwnTyped } from './times-fields.tsx';

interface Typed extends OwnTyped, CapsTyped, SeenTyped {
  personId: string;
  homePlaceId: string;
  skills: string[];
  licences?: { licence: string; expiresOn: Dayjs }[];
  trained: boolean;
}

/** Takes a person in as volunteer, or changes what is known. */
export function VolunteerDialog({ volunteer, onClose }: { volunteer: VolunteerView | null; onClose: () => void }) {
  const volunteers = useWords(volunteerTexts);
  const { needed: neededText } = useWords(volunteeringTexts);
  const { own } = useWords(gateTexts);
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  // One's own reach, times and pause; skills and papers are checked by somebody else.
  const isOwn = volunteer !== null && !volunteer.abilities.includes('volunteer.write');
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<VolunteerView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const facts = {
      homePlaceId: typed.homePlaceId,
      skills: typed.skills,
      trained: typed.trained,
      ...ownFactsOf(typed),
      ...capsOf(typed),
      ...seenOf(typed),
      licences: (typed.licences ?? []).map((one) => ({
        licence: one.licence,
        expiresOn: one.expiresOn.format('YYYY-MM-DD'),
      })),
    };
    const saved = await (volunteer
      ? run('PATCH', `/volunteers/${volunteer.personId}`, {
          version: volunteer.version,
          ...(isOwn ? { ...ownFactsOf(typed), ...capsOf(typed), skills: typed.skills } : facts),
          ...pauseOf(typed),
        })
      : run('POST', '/volunteers', { personId: typed.personId, ...facts }));
    if (!saved) return;
    onClose();
    await refresh();
  };
  const needed = [{ required: true, message: neededText }];
  const initial = volunteer
    ? {
        homePlaceId: volunteer.homePlace.id,
        skills: volunteer.skills,
        trained: volunteer.trained,
        withinKm: volunteer.withinKm,
        availability: volunteer.availability,
        languages: volunteer.languages,
        state: volunteer.state,
        ...gatesIn(volunteer),
        licences: volunteer.licences.map((one) => ({ licence: one.licence, expiresOn: dayjs(one.expiresOn) })),
      }
    : { skills: [], trained: false };
  return (
    <Modal open onCancel={onClose} footer={null} title={volunteer ? volunteer.name : volunteers.add} width={600}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(typed) => void save(typed)}
      >
        {!volunteer && (
          <Form.Item name="personId" label={volunteers.person} rules={needed}>
            <PersonPicker />
          </Form.Item>
        )}
        {!isOwn && (
          <>
            {' '}
            <Form.Item name="homePlaceId" label={volunteers.home} rules={needed}>
              <PlacePicker />
            </Form.Item>
            <Form.List name="licences">
              {(fields, { add, remove }) => (
                <Form.Item label={volunteers.licences}>
                  {fields.map((field) => (
                    <div key={field.key} className="row" style={{ marginBottom: 8 }}>
                      <Form.Item name={[field.name, 'licence']} noStyle rules={needed}>
                        <Select options={licences.choices} style={{ minWidth: 160 }} aria-label={volunteers.licence} />
                      </Form.Item>
                      <Form.Item name={[field.name, 'expiresOn']} noStyle rules={needed}>
                        <DatePicker aria-label={volunteers.licenceUntil} placeholder={volunteers.licenceUntil} />
                      </Form.Item>
                      <Button type="text" onClick={() => remove(field.name)}>
                        ×
                      </Button>
                    </div>
                  ))}
                  <Button type="link" style={{ padding: 0 }} onClick={() => add()}>
                    + {volunteers.addLicence}
                  </Button>
                </Form.Item>
              )}
            </Form.List>
          </>
        )}
        <Form.Item name="skills" label={volunteers.skills}>
          <Select mode="multiple" options={skills.choices} />
        </Form.Item>
        <TimesFields />
        <CapsFields volunteer={volunteer} />
        {!isOwn && <SeenFields />}
        {!isOwn && (
          <Form.Item name="trained" valuePropName="checked">
            <Checkbox>{volunteers.trained}</Checkbox>
          </Form.Item>
        )}{' '}
        {volunteer && (
          <Form.Item name="state" label={volunteers.state}>
            <Select
              options={(['active', 'paused', 'left'] as const).map((value) => ({
                value,
                label: volunteers.states[value],
              }))}
            />
          </Form.Item>
        )}
        <Form.Item noStyle dependencies={['state']}>
          {({ getFieldValue }) =>
            getFieldValue('state') === 'paused' && (
              <Form.Item name="pausedUntil" label={own.pausedUntil}>
                <DatePicker />
              </Form.Item>
            )
          }
        </Form.Item>
        <SaveButton busy={busy} />
      </Form>
      {volunteer && <TrainingsPart trainings={volunteer.trainings} />}
      {volunteer && volunteer.abilities.includes('volunteer.see-consents') && (
        <div style={{ marginTop: 32 }}>
          <ConsentsPart personId={volunteer.personId} />
        </div>
      )}
    </Modal>
  );
}
