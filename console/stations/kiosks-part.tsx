import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { kioskList, RegisteredKiosk } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { showInForm } from '../kit/form-problems.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import { QrImage } from '../kit/qr-image.tsx';
import { refresh } from '../kit/queries.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { RegisteredThings } from './registered-things.tsx';
import { stationsTexts } from './stations-texts.ts';

type Kiosks = Answer<typeof kioskList>;

/** The station's kiosks: which there are, a new one, and an end to one. */
export function KiosksPart({ stationId }: { stationId: string }) {
  const { kiosks: words } = useWords(stationsTexts);
  const times = useTimes();
  const { message } = App.useApp();
  const { run, busy } = useAct<Kiosks>();
  const path = `/stations/${stationId}/kiosks`;
  const query = useQuery({
    queryKey: ['kiosks', stationId],
    queryFn: ({ signal }) => read<Kiosks>(path, {}, { signal }),
  });
  const end = async (id: string): Promise<void> => {
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
        {({ items }) => (
          <RegisteredThings
            items={items}
            words={words}
            since={(one) =>
              one.startedAt ? words.started(times.at(one.startedAt)) : words.registered(times.at(one.registeredAt))
            }
            busy={busy}
            end={(id) => void end(id)}
          />
        )}
      </Loaded>
      <Register path={path} />
    </Part>
  );
}

function Register({ path }: { path: string }) {
  const { kiosks: words, needed } = useWords(stationsTexts);
  const [form] = Form.useForm<{ name: string }>();
  const [made, setMade] = useState<RegisteredKiosk | null>(null);
  const { run, busy } = useAct<RegisteredKiosk>({ onProblem: (problem) => showInForm(form, problem) });
  const register = async (typed: { name: string }): Promise<void> => {
    const answer = await run('POST', path, typed);
    if (!answer) return;
    setMade(answer);
    form.resetFields();
    await refresh();
  };
  return (
    <>
      <Form form={form} name="kiosk" layout="vertical" requiredMark={false} onFinish={(typed) => void register(typed)}>
        <Form.Item
          name="name"
          label={words.where}
          extra={words.whereHint}
          rules={[{ required: true, whitespace: true, message: needed }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {words.register}
        </Button>
      </Form>
      {made && (
        <section aria-live="polite" style={{ marginTop: 16 }}>
          <p>{words.open}</p>
          <QrImage qr={made.qr} alt={words.scan} />
          <p style={{ overflowWrap: 'anywhere' }}>
            <a href={made.href} target="_blank" rel="noreferrer">
              {made.href}
            </a>
          </p>
        </section>
      )}
    </>
  );
}
