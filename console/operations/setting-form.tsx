import { App, Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { SettingsView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';

/** One setting of the county with its own address: put whole, beside what was read, so that two who change it at once do not undo each other. `children` are its fields, filled with `shown`; `sent` makes of them what is put. */
export function SettingForm<T extends object, Shown extends object>({
  words,
  path,
  read,
  shown,
  sent,
  children,
}: {
  words: { readonly title: string; readonly text: string; readonly saved: string };
  path: string;
  read: T;
  shown: Shown;
  sent: (typed: Shown) => T;
  children: ReactNode;
}) {
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Shown>();
  const { run, busy } = useAct<SettingsView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Shown): Promise<void> => {
    if (!(await run('PUT', path, { ...sent(typed), read }))) return;
    void message.success(words.saved);
    await refresh();
  };
  return (
    <Part title={words.title}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.text}
      </p>
      <Form<Shown>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={shown}
        onFinish={(typed) => void save(typed)}
      >
        {children}
        <Button type="primary" htmlType="submit" loading={busy}>
          {kit.save}
        </Button>
      </Form>
    </Part>
  );
}
