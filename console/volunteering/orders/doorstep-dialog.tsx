import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DoorstepAnswer } from '@xiangyin/server/contract';
import { inWords, listed, useLanguage } from '../../kit/language.ts';
import { Quiet } from '../../kit/page.tsx';
import { SaveButton } from '../../kit/save-button.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import '../desk.css';
import { presenceTexts } from '../presence-texts.ts';

/** Somebody rings: a stranger is at the door and says two words. They go in the body of the request, never into an address. */
export function DoorstepDialog({ onClose }: { onClose: () => void }) {
  const { door } = useWords(presenceTexts);
  const [form] = Form.useForm<{ words: string }>();
  const [answer, setAnswer] = useState<DoorstepAnswer | null>(null);
  const { run, busy } = useAct<DoorstepAnswer>({
    onProblem: (problem) => {
      form.setFields([{ name: 'words', errors: [problem.message] }]);
      return true;
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={door.title} width={480}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {door.hint}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onValuesChange={() => setAnswer(null)}
        onFinish={({ words }) =>
          void run('POST', '/doorstep-questions', { words }).then((found) => setAnswer(found ?? null))
        }
      >
        <Form.Item name="words" label={door.words} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={60} autoComplete="off" autoFocus />
        </Form.Item>
        <SaveButton busy={busy}>{door.find}</SaveButton>
      </Form>
      <div role="status" style={{ marginTop: 16 }}>
        {answer &&
          (answer.items.length === 0 ? <Quiet title={door.no} hint={door.noHint} /> : <Ours answer={answer} />)}
      </div>
    </Modal>
  );
}

function Ours({ answer }: { answer: DoorstepAnswer }) {
  const { door } = useWords(presenceTexts);
  const language = useLanguage();
  const times = useTimes();
  return (
    <>
      <h3>{door.yes}</h3>
      <ul className="plain-rows">
        {answer.items.map((one) => (
          <li key={one.orderId} className="row apart">
            <div>
              <strong>{door.helpers(listed(one.helpers))}</strong>
              <Link to={`/orders/${one.orderId}`} style={{ display: 'block' }}>
                {inWords(one.service, language)} · {inWords(one.place.name, language)}
              </Link>
              <span className="meta">
                {times.at(one.startsAt)} – {times.clock(one.endsAt)}
              </span>
            </div>
            <Tag tone={one.visitState === 'under-way' ? 'ok' : 'info'}>
              {one.visitState === 'under-way' ? door.there : door.expected}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
