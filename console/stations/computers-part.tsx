import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import type { ComputerList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { showInForm } from '../kit/form-problems.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { markStationComputer } from '../kit/station-mark.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { RegisteredThings } from './registered-things.tsx';
import { stationsTexts } from './stations-texts.ts';

/** The computers at the station's counter: which there are, this one made one of them, and an end to one. */
export function ComputersPart({ stationId }: { stationId: string }) {
  const { computers: words } = useWords(stationsTexts);
  const times = useTimes();
  const { message } = App.useApp();
  const { run, busy } = useAct<ComputerList>();
  const path = `/stations/${stationId}/computers`;
  const query = useQuery({
    queryKey: ['computers', stationId],
    queryFn: ({ signal }) => read<ComputerList>(path, {}, { signal }),
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
            since={(one) => words.registered(times.at(one.registeredAt))}
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
  const { computers: words, kiosks, needed } = useWords(stationsTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const { run, busy } = useAct<ComputerList>({ onProblem: (problem) => showInForm(form, problem) });
  const register = async (typed: { name: string }): Promise<void> => {
    if (!(await run('POST', path, typed))) return;
    markStationComputer(true);
    void message.success(words.done);
    form.resetFields();
    await refresh();
  };
  return (
    <Form form={form} name="computer" layout="vertical" requiredMark={false} onFinish={(typed) => void register(typed)}>
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
