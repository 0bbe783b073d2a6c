import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import type { PersonView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { useKeptForm } from '../kit/use-kept-form.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { PlacePicker } from '../places/place-picker.tsx';
import { peopleTexts } from './people-texts.ts';

interface Typed {
  name: string;
  displayName?: string;
  zh?: string;
  en?: string;
  language?: 'zh-CN' | 'en';
  phone?: string;
  email?: string;
  placeId?: string;
  child?: boolean;
  guardian?: { name: string; phone: string };
}

/** Writes down a person, or changes what is known of one. */
export function PersonDialog({
  person,
  onClose,
  onSaved,
}: {
  person?: PersonView;
  onClose: () => void;
  onSaved?: (person: PersonView) => void;
}) {
  const words = useWords(peopleTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const kept = useKeptForm(form, person ? `person.${person.id}` : 'person.new');
  const child = Form.useWatch('child', form);
  const { run, busy } = useAct<PersonView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const body = bodyOf(typed);
    const saved = await (person
      ? run('PATCH', `/people/${person.id}`, { version: person.version, ...body })
      : run('POST', '/people', { ...body, ...(typed.child && typed.guardian ? { guardian: typed.guardian } : {}) }));
    if (!saved) return;
    kept.sent();
    void message.success(person ? kit.saved : words.added);
    onClose();
    onSaved?.(saved);
    await refresh();
  };
  const needed = [{ required: true, message: words.needed }];
  const initial = person && {
    name: person.contact?.name ?? person.displayName,
    displayName: person.displayName,
    zh: person.title?.['zh-CN'],
    en: person.title?.en,
    language: person.language,
    phone: person.contact?.phone,
    email: person.contact?.email,
    placeId: person.place?.id,
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={person ? words.change : words.add}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initial ? { initialValues: initial } : {})}
        onValuesChange={kept.onValuesChange}
        onFinish={(typed) => void save(typed)}
      >
        {kept.restored ? <p className="notice">{kit.restored}</p> : !person && <p className="meta">{words.addHint}</p>}
        <Form.Item name="name" label={words.name} rules={needed}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="displayName" label={words.shown} extra={words.shownHint}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="placeId" label={words.place}>
          <PlacePicker allowClear />
        </Form.Item>
        <Form.Item name="phone" label={words.phone}>
          <Input maxLength={40} inputMode="tel" className="num" />
        </Form.Item>
        <Form.Item name="email" label={words.email}>
          <Input maxLength={200} inputMode="email" />
        </Form.Item>
        <Form.Item name="zh" label={words.post}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="en" label={words.postEn}>
          <Input maxLength={120} lang="en" />
        </Form.Item>
        <Form.Item name="language" label={words.language}>
          <Select
            allowClear
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
        {!person && (
          <Form.Item name="child" valuePropName="checked" extra={words.guardianHint}>
            <Checkbox>{words.child}</Checkbox>
          </Form.Item>
        )}
        {child && (
          <>
            <Form.Item name={['guardian', 'name']} label={words.guardian} rules={needed}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={['guardian', 'phone']} label={words.guardianPhone} rules={needed}>
              <Input maxLength={40} inputMode="tel" />
            </Form.Item>
          </>
        )}
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}

function bodyOf({ name, displayName, zh, en, language, phone, email, placeId }: Typed) {
  const title = zh || en ? { ...(zh ? { 'zh-CN': zh } : {}), ...(en ? { en } : {}) } : null;
  return {
    name,
    ...(displayName ? { displayName } : {}),
    title,
    ...(language ? { language } : {}),
    phone: phone || null,
    email: email || null,
    placeId: placeId ?? null,
  };
}
