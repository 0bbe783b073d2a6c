import { App, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import type { ServiceView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { WordsFields } from '../../kit/words-fields.tsx';
import { PlacePicker } from '../../places/place-picker.tsx';
import { allSteps, usePlaces } from '../../places/use-places.ts';
import { checkTexts } from '../check-texts.ts';
import { useTerms } from '../use-terms.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { serviceTexts } from './service-texts.ts';
import { hourListTexts } from '../hours/hour-list-texts.ts';
import { SeasonFields } from './season-fields.tsx';
import { factsOf, type TypedService } from './typed-service.ts';

/** Adds a service or changes its facts; orders placed before keep what they were placed under. */
export function ServiceDialog({
  service,
  onClose,
  onSaved,
}: {
  service: ServiceView | null;
  onClose: () => void;
  onSaved: (service: ServiceView) => void;
}) {
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const hourWords = useWords(hourListTexts);
  const { steps } = usePlaces();
  const me = useMe();
  const services = useWords(serviceTexts);
  const check = useWords(checkTexts);
  const { order } = words;
  const { message } = App.useApp();
  const groups = useTerms('group');
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  const trainings = useTerms('training');
  const [form] = Form.useForm<TypedService>();
  const { run, busy } = useAct<ServiceView>({
    onProblem: (problem) =>
      showInForm(
        form,
        problem,
        Object.fromEntries(
          problem.fields.map((field) => [
            field.path,
            field.path
              .replace(/^\/facts/, '')
              .split('/')
              .slice(1),
          ]),
        ),
      ),
  });
  const save = async (typed: TypedService): Promise<void> => {
    const { slug, group, level, places } = typed;
    const facts = factsOf(typed, service?.facts);
    const [placeId, ...alsoPlaceIds] = places ?? [];
    const reach = placeId ? { placeId, alsoPlaceIds } : {};
    const saved = await (service
      ? run('PATCH', `/services/${service.id}`, { version: service.version, facts, group, level, ...reach })
      : run('POST', '/services', { slug, group, level, facts, ...reach }));
    if (!saved) return;
    void message.success(services.saved);
    onClose();
    onSaved(saved);
  };
  const needed = [{ required: true, message: words.needed }];
  const initial = service
    ? {
        ...service.facts,
        group: service.group,
        level: service.level,
        places: [service.place.id, ...service.alsoAt.map((place) => place.id)],
      }
    : {
        level: 'village',
        where: 'home',
        durationMinutes: 60,
        peopleNeeded: 1,
        skills: [],
        licences: [],
        licencesOfAll: [],
        riskClass: 'home-visit',
        pair: false,
        evidenceRule: 'confirmed-or-attested',
      };
  const both = (name: 'hint' | 'summary' | 'prepare' | 'whoMay', label: string) => (
    <div className={me.county.languages.length > 1 ? 'two-fields' : undefined}>
      <WordsFields name={name} label={label} long maxLength={2_000} />
    </div>
  );
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={service ? inWords(service.facts.name, language) : services.add}
      width={680}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(typed) => void save(typed)}
      >
        {!service && (
          <Form.Item
            name="slug"
            label={services.slug}
            rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{0,80}$/, message: words.needed }]}
          >
            <Input className="num" placeholder="leaking-tap" />
          </Form.Item>
        )}
        <div className="two-fields">
          <WordsFields label={services.name} needed={words.needed} />
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
        <SaveButton busy={busy}>{services.save}</SaveButton>
      </Form>
    </Modal>
  );
}
