import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { showInForm } from '../kit/form-problems.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { stationsTexts } from './stations-texts.ts';

interface RegisteredThing {
  readonly id: string;
  readonly name: string;
}

/** What is registered for a station, kiosks or computers, each with since when and an end to it; below, how to register another. */
export function RegisteredPart<T extends RegisteredThing>({
  path,
  words,
  since,
  children,
}: {
  path: string;
  words: {
    readonly title: string;
    readonly lead: string;
    readonly none: string;
    readonly end: string;
    readonly endTitle: (name: string) => string;
    readonly endSure: string;
    readonly ended: string;
  };
  since: (thing: T) => string;
  children: ReactNode;
}) {
  const { message } = App.useApp();
  const sure = useConfirm();
  const { run, busy } = useAct<{ items: T[] }>();
  const query = useQuery({
    queryKey: ['registered', path],
    queryFn: ({ signal }) => read<{ items: T[] }>(path, {}, { signal }),
  });
  const end = async ({ id, name }: T): Promise<void> => {
    if (!(await sure({ title: words.endTitle(name), consequence: words.endSure, act: words.end }))) return;
    if (!(await run('DELETE', `${path}/${id}`))) return;
    void message.success(words.ended);
    await refresh();
  };
  return (
    <Part title={words.title}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.lead}
      </p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="second" style={{ marginBottom: 16 }}>
              {words.none}
            </p>
          ) : (
            <ul style={{ listStyle: 'none', padding: 0, margin: '0 0 16px' }}>
              {items.map((thing) => (
                <li key={thing.id} style={{ display: 'flex', gap: 12, alignItems: 'center', minHeight: 44 }}>
                  <span style={{ flex: 1 }}>
                    <strong>{thing.name}</strong> <span className="second">{since(thing)}</span>
                  </span>
                  <Button size="small" danger disabled={busy} onClick={() => void end(thing)}>
                    {words.end}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {children}
    </Part>
  );
}

/** Registers another thing under the name of where it stands, and tells what the server answered. */
export function RegisterForm<Registered>({
  name,
  path,
  words,
  onDone,
}: {
  name: string;
  path: string;
  words: { readonly whereHint: string; readonly register: string };
  onDone: (registered: Registered) => void;
}) {
  const { kiosks, needed } = useWords(stationsTexts);
  const [form] = Form.useForm<{ name: string }>();
  const { run, busy } = useAct<Registered>({ onProblem: (problem) => showInForm(form, problem) });
  const register = async (typed: { name: string }): Promise<void> => {
    const answer = await run('POST', path, typed);
    if (!answer) return;
    onDone(answer);
    form.resetFields();
    await refresh();
  };
  return (
    <Form form={form} name={name} layout="vertical" requiredMark={false} onFinish={(typed) => void register(typed)}>
      <Form.Item
        name="name"
        label={kiosks.where}
        extra={words.whereHint}
        rules={[{ required: true, whitespace: true, message: needed }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {words.register}
      </Button>
    </Form>
  );
}
