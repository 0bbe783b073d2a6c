import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ownData } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { download } from '../kit/csv.ts';
import { isProblem } from '../kit/problem.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { accessTexts } from './access-texts.ts';

/** Takes everything that the system holds about a person home, as a file. */
export function useTakeData(personId: string, fileName: string): { take: () => Promise<void>; busy: boolean } {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const data = await read<Answer<typeof ownData>>(`/people/${personId}/data`);
      download(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), fileName);
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  };
  return { take, busy };
}

/** What a dialog of deleting says: to the person themselves, or to whoever does it for them. */
interface EraseWords {
  readonly title: string;
  readonly sure: string;
  readonly name: string;
}

/** Asks for the name once more and deletes a person's data; `onErased` when it is done. */
export function EraseDialog({
  personId,
  words,
  onClose,
  onErased,
}: {
  personId: string;
  words: EraseWords;
  onClose: () => void;
  onErased: () => void;
}) {
  const { door } = useWords(accessTexts);
  const [form] = Form.useForm<{ name: string }>();
  const typed = Form.useWatch('name', form) ?? '';
  const { run, busy } = useAct<null>({
    onProblem: (problem) => {
      if (!isProblem(problem, 'NameDiffers')) return false;
      form.setFields([{ name: 'name', errors: [problem.message] }]);
      return true;
    },
  });
  const erase = async ({ name }: { name: string }): Promise<void> => {
    if ((await run('DELETE', `/people/${personId}/data`, { name })) !== undefined) onErased();
  };
  return (
    <Modal
      open
      onCancel={onClose}
      title={words.title}
      okText={words.title}
      okButtonProps={{ danger: true, disabled: typed.trim() === '', loading: busy }}
      onOk={form.submit}
    >
      <div className="stack">
        <p>{words.sure}</p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => void erase(given)}>
          <Form.Item name="name" label={words.name} rules={[{ required: true, message: door.needed }]}>
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
