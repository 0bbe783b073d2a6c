import { App, Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { HookDuty, HookKindName, HookWithSecret } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { offeredLanguages, useTag } from '../kit/language.ts';
import type { Tag } from '../kit/language.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { ShownOnce } from '../kit/shown-once.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { PlacePicker } from '../places/place-picker.tsx';
import { usePlaces } from '../places/use-places.ts';
import type { HookPath } from './hook-acts.tsx';
import { hookTexts } from './hook-texts.ts';

interface Typed {
  kind: HookKindName;
  name: string;
  address: string;
  secret?: string;
  language: Tag;
  placeId?: string;
  duties?: HookDuty[];
}

const kinds: readonly HookKindName[] = ['wecom', 'dingtalk', 'feishu', 'program'];
const duties: readonly HookDuty[] = ['desk', 'orders', 'operations'];

/** Has a group or a program told: where, and of what where it is for duties. A secret that was made is shown once. */
export function HookDialog({ path, onClose }: { path: HookPath; onClose: () => void }) {
  const words = useWords(hookTexts);
  const { message } = App.useApp();
  const [secret, setSecret] = useState<string | null>(null);
  const taken = (made: HookWithSecret): void => {
    void message.success(words.added);
    if (made.secret === null) onClose();
    else setSecret(made.secret);
  };
  if (secret !== null)
    return (
      <ShownOnce title={words.shown} once={words.shownOnce} secret={secret} taken={words.taken} onClose={onClose}>
        <p className="second">{words.shownHow}</p>
      </ShownOnce>
    );
  return (
    <Modal open onCancel={onClose} footer={null} title={path === '/notice-hooks' ? words.add : words.ownTitle}>
      <HookForm path={path} onMade={taken} />
    </Modal>
  );
}

function HookForm({ path, onMade }: { path: HookPath; onMade: (made: HookWithSecret) => void }) {
  const words = useWords(hookTexts);
  const language = useTag();
  const { places } = usePlaces();
  const [form] = Form.useForm<Typed>();
  const kind = Form.useWatch('kind', form) ?? 'wecom';
  const { run, busy } = useAct<HookWithSecret>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const made = await run('POST', path, typed);
    if (!made) return;
    onMade(made);
    await refresh();
  };
  const needed = [{ required: true, whitespace: true, message: words.needed }];
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ kind: 'wecom', language, placeId: places[0]?.id, duties: ['desk'] }}
      onFinish={(typed) => void save(typed)}
    >
      <Form.Item name="kind" label={words.kind}>
        <Select options={kinds.map((value) => ({ value, label: words.kinds[value] }))} />
      </Form.Item>
      <Form.Item name="name" label={words.name} extra={words.nameHint} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="address"
        label={words.address}
        extra={
          <>
            {words.addressOf[kind]}
            <br />
            {words.addressSafe}
          </>
        }
        rules={needed}
      >
        <Input inputMode="url" maxLength={1000} placeholder="https://" autoComplete="off" />
      </Form.Item>
      {(kind === 'dingtalk' || kind === 'feishu') && (
        <Form.Item name="secret" label={words.secret} extra={words.secretOf[kind]} rules={needed}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
      )}
      {path === '/notice-hooks' && <OfDuties />}
      <Form.Item name="language" label={words.language}>
        <Radio.Group options={offeredLanguages.map(({ tag, name }) => ({ value: tag, label: name }))} />
      </Form.Item>
      <SaveButton busy={busy}>{path === '/notice-hooks' ? words.add : words.ownAdd}</SaveButton>
    </Form>
  );
}

function OfDuties() {
  const words = useWords(hookTexts);
  return (
    <>
      <Form.Item
        name="duties"
        label={words.duties}
        rules={[{ required: true, type: 'array', min: 1, message: words.pickDuty }]}
      >
        <Checkbox.Group
          style={{ flexDirection: 'column', gap: 6 }}
          options={duties.map((value) => ({
            value,
            label: (
              <>
                <strong>{words.dutyNames[value]}</strong> <span className="second">{words.dutyHints[value]}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="placeId" label={words.place} rules={[{ required: true, message: words.needed }]}>
        <PlacePicker />
      </Form.Item>
    </>
  );
}
