import { App, Button, Form, Input } from 'antd';
import type { SettingsView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { operationsTexts } from './operations-texts.ts';

type County = SettingsView['county'];
type Registration = County['registration'];
type Kind = keyof Registration;

// What each country asks for; the other numbers stay as they are.
const kinds: Readonly<Record<string, readonly Kind[]>> = {
  cn: ['licence', 'icp', 'police', 'complaints'],
  generic: ['register', 'complaints'],
};

/** The numbers that the law wants at the foot of every public page. */
export function RegistrationPart({ county }: { county: County }) {
  const { settings } = useWords(operationsTexts);
  const kit = useWords(kitTexts);
  const words = settings.registration;
  const { message } = App.useApp();
  const [form] = Form.useForm<Partial<Registration>>();
  const { run, busy } = useAct<SettingsView>({ onProblem: (problem) => showInForm(form, problem) });
  const read = county.registration;
  const save = async (typed: Partial<Registration>): Promise<void> => {
    const entered = Object.fromEntries(Object.entries(typed).map(([kind, text]) => [kind, text?.trim() ?? '']));
    if (!(await run('PUT', '/registration', { ...read, ...entered, read }))) return;
    void message.success(words.saved);
    await refresh();
  };
  return (
    <Part title={words.title}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.text}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={read}
        onFinish={(typed) => void save(typed)}
      >
        {(kinds[county.countryPack] ?? []).map((kind) => (
          <Form.Item key={kind} name={kind} label={words[kind]}>
            <Input maxLength={80} />
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit" loading={busy}>
          {kit.save}
        </Button>
      </Form>
    </Part>
  );
}
