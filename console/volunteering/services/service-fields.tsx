import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { WordsFields } from '../../kit/words-fields.tsx';
import { PlacePicker } from '../../places/place-picker.tsx';
import { allSteps, usePlaces } from '../../places/use-places.ts';
import { checkTexts } from '../check-texts.ts';
import { hourListTexts } from '../hours/hour-list-texts.ts';
import { useTerms } from '../use-terms.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { SeasonFields } from './season-fields.tsx';
import { serviceTexts } from './service-texts.ts';

/** All that is asked of a service: what it is called and where there is it, what it takes, what is checked before, and how it is proven. */
export function ServiceFields() {
  const { needed: neededWords, order } = useWords(volunteeringTexts);
  const hourWords = useWords(hourListTexts);
  const services = useWords(serviceTexts);
  const check = useWords(checkTexts);
  const { steps } = usePlaces();
  const me = useMe();
  const groups = useTerms('group');
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  const trainings = useTerms('training');
  const needed = [{ required: true, message: neededWords }];
  const both = (name: 'hint' | 'summary' | 'prepare' | 'whoMay', label: string) => (
    <div className={me.county.languages.length > 1 ? 'two-fields' : undefined}>
      <WordsFields name={name} label={label} long maxLength={2_000} />
    </div>
  );
  return (
    <>
      <div className="two-fields">
        <WordsFields label={services.name} needed={neededWords} />
        <Form.Item name="group" label={services.group} rules={needed}>
          <Select options={groups.choices} />
        </Form.Item>
        <Form.Item name="level" label={services.level} rules={needed}>
          <Select options={allSteps.map((value) => ({ value, label: steps[value].service }))} />
        </Form.Item>
      </div>
      <Form.Item name="places" label={services.places} extra={services.placesHint}>
        <PlacePicker multiple />
      </Form.Item>
      {both('hint', services.hint)}
      {both('summary', services.summary)}
      {both('prepare', services.prepare)}
      {both('whoMay', services.whoMay)}
      <div className="two-fields">
        <Form.Item name="where" label={services.where}>
          <Select
            options={(['home', 'station', 'outside', 'phone'] as const).map((value) => ({
              value,
              label: order.where[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="durationMinutes" label={hourWords.minutes} rules={needed}>
          <InputNumber min={5} max={1_440} step={15} />
        </Form.Item>
        <Form.Item name="peopleNeeded" label={services.people} rules={needed}>
          <InputNumber min={1} max={10} />
        </Form.Item>
        <Form.Item name="groupUpTo" label={services.groupUpTo}>
          <InputNumber min={2} max={500} placeholder="1" />
        </Form.Item>
        <Form.Item name="riskClass" label={services.risk}>
          <Select
            options={(['low', 'home-visit', 'licensed'] as const).map((value) => ({
              value,
              label: services.risks[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="skills" label={services.skills}>
          <Select mode="multiple" options={skills.choices} />
        </Form.Item>
        <Form.Item name="licences" label={services.licences}>
          <Select mode="multiple" options={licences.choices} />
        </Form.Item>
        <Form.Item name="trainings" label={services.trainings}>
          <Select mode="multiple" options={trainings.choices} />
        </Form.Item>
      </div>
      <Form.Item name="checks" label={check.wantedBefore} extra={check.wantedHint}>
        <Select
          mode="multiple"
          options={(['called-back', 'place-seen', 'may-be-served', 'risk'] as const).map((value) => ({
            value,
            label: check.checks[value],
          }))}
        />
      </Form.Item>
      <SeasonFields />
      <Form.Item name="licencesOfAll" hidden>
        <Select mode="multiple" />
      </Form.Item>
      <Form.Item name="evidenceRule" label={services.evidence}>
        <Select
          options={(['confirmed', 'confirmed-or-attested'] as const).map((value) => ({
            value,
            label: services.evidences[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="pair" valuePropName="checked">
        <Checkbox>{order.pair}</Checkbox>
      </Form.Item>
      <Form.Item name="insurance" valuePropName="checked">
        <Checkbox>{services.insurance}</Checkbox>
      </Form.Item>
      <Form.Item name="publicKind" valuePropName="checked" extra={services.publicHint}>
        <Checkbox>{services.public}</Checkbox>
      </Form.Item>
    </>
  );
}
