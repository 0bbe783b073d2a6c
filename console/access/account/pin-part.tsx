import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { showInForm } from '../../kit/form-problems.ts';
import { inSentences, inWords, useLanguage } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import { computerQuery } from '../../kit/station-computer.ts';
import { isStationComputer } from '../../kit/station-mark.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { pinTexts } from '../pin-texts.ts';
import { FoldedForm } from './folded-form.tsx';

/** One's own PIN at a station's computer; nothing at any other. */
export function PinPart() {
  const words = useWords(pinTexts);
  const language = useLanguage();
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ pin: string }>();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...computerQuery, enabled: isStationComputer() });
  const { run, busy } = useAct<null>({ onProblem: (problem) => showInForm(form, problem) });
  if (!data?.computer) return null;
  const isSet = data.people.some((one) => one.personId === me.personId);
  const done = (word: string): Promise<void> => {
    void message.success(word);
    setOpen(false);
    return queries.invalidateQueries({ queryKey: computerQuery.queryKey });
  };
  const set = async (typed: { pin: string }): Promise<void> => {
    if ((await run('PUT', '/computer/pin', typed)) !== undefined) await done(words.saved);
  };
  const remove = async (): Promise<void> => {
    if ((await run('DELETE', '/computer/pin')) !== undefined) await done(words.removed);
  };
  return (
    <Part
      title={words.title}
      aside={!isOpen && <Button onClick={() => setOpen(true)}>{isSet ? words.change : words.set}</Button>}
    >
      <p className="meta">{inSentences(words.lead(inWords(data.computer.station, language)), isSet && words.isSet)}</p>
      {isSet && !isOpen && (
        <Button type="text" style={{ paddingInline: 0 }} disabled={busy} onClick={() => void remove()}>
          {words.remove}
        </Button>
      )}
      {isOpen && (
        <FoldedForm form={form} busy={busy} onSave={set} onFold={() => setOpen(false)}>
          <Form.Item
            name="pin"
            label={words.fresh}
            extra={words.hint}
            rules={[{ required: true, pattern: /^\d{6}$/, message: words.needed }]}
          >
            <Input.Password inputMode="numeric" autoComplete="off" maxLength={6} className="num" autoFocus />
          </Form.Item>
        </FoldedForm>
      )}
    </Part>
  );
}
