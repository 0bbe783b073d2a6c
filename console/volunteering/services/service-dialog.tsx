import { App, Form, Input, Modal } from 'antd';
import type { ServiceView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { serviceTexts } from './service-texts.ts';
import { ServiceFields } from './service-fields.tsx';
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
  const services = useWords(serviceTexts);
  const { message } = App.useApp();
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
        <ServiceFields />
        <SaveButton busy={busy}>{services.save}</SaveButton>
      </Form>
    </Modal>
  );
}
