import { App, Form, Input, InputNumber, Modal, Radio, Select, Switch } from 'antd';
import type { ChannelView, ChannelWithSecret } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { useSections } from '../newsroom/use-sections.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { PlacePicker } from '../places/place-picker.tsx';
import { usePlaces } from '../places/use-places.ts';
import { channelTexts } from './channel-texts.ts';
import { ReceiverPart } from './receiver-part.tsx';

interface Typed {
  name: string;
  placeId: string;
  sectionIds: string[];
  language?: 'zh-CN' | 'en' | null;
  isOn: boolean;
  keeperId?: string | null;
  pauseSeconds: number | null;
  dailyLimit?: number | null;
  settings: ChannelView['settings'];
}

/** Sets a channel up, or changes it; what it can do about a correction is said here and shown before every click. */
export function ChannelDialog({
  channel,
  onClose,
  onSecret,
}: {
  channel: ChannelView | null;
  onClose: () => void;
  /** A secret that was made: it is shown this once. */
  onSecret: (secret: string) => void;
}) {
  const words = useWords(channelTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const withdraw = Form.useWatch(['settings', 'withdraw'], form);
  const { places } = usePlaces();
  const kind = Form.useWatch(['settings', 'kind'], form) ?? channel?.settings.kind ?? 'manual';
  const { run, busy } = useAct<ChannelView | ChannelWithSecret>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const body = {
      name: typed.name,
      placeId: typed.placeId,
      sectionIds: typed.sectionIds.length > 0 ? typed.sectionIds : null,
      language: typed.language ?? null,
      isOn: typed.isOn,
      keeperId: typed.keeperId ?? null,
      pauseSeconds: typed.pauseSeconds ?? channel?.pauseSeconds ?? usualPause,
      dailyLimit: typed.dailyLimit ?? null,
      settings: typed.settings,
    };
    const saved = channel
      ? await run('PUT', `/channels/${channel.id}`, { ...body, version: channel.version })
      : await run('POST', '/channels', body);
    if (!saved) return void refresh();
    void message.success(channel ? words.saved : words.added);
    onClose();
    if ('secret' in saved && saved.secret) onSecret(saved.secret);
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={channel ? words.changeTitle : words.add} width={520}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={
          channel
            ? { ...channel, sectionIds: channel.sectionIds ?? [] }
            : {
                isOn: true,
                placeId: places[0]?.id,
                sectionIds: [],
                pauseSeconds: usualPause,
                settings: { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'delete' },
              }
        }
        onFinish={(typed) => void save(typed)}
      >
        <Form.Item
          name="name"
          label={words.name}
          extra={words.nameHint}
          rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={['settings', 'kind']} label={words.kind} extra={words.kindHints[kind]}>
          <Radio.Group
            disabled={channel !== null}
            options={(['manual', 'webhook'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          />
        </Form.Item>
        {kind === 'webhook' && <ReceiverField />}
        {channel?.settings.kind === 'webhook' && (
          <ReceiverPart
            channel={channel}
            onSecret={(secret) => {
              onClose();
              onSecret(secret);
            }}
          />
        )}
        <WhatItTakes />
        {kind === 'manual' && <ByHand />}
        {kind === 'manual' && (withdraw === 'notice' || withdraw === 'none') && (
          <Form.Item name="pauseSeconds" label={words.pause} extra={words.pauseHint}>
            <InputNumber min={0} max={3600} style={{ width: 120 }} />
          </Form.Item>
        )}
        <Form.Item name="dailyLimit" label={words.limit}>
          <InputNumber min={1} max={10_000} placeholder={words.noLimit} style={{ width: 120 }} />
        </Form.Item>
        <Form.Item name="isOn" label={words.isOn} valuePropName="checked">
          <Switch />
        </Form.Item>
        <SaveButton busy={busy}>{channel ? kit.save : words.add}</SaveButton>
      </Form>
    </Modal>
  );
}

const usualPause = 30;

// Each in its own words.
const languages = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

function WhatItTakes() {
  const words = useWords(channelTexts);
  const sections = useSections();
  return (
    <>
      <Form.Item
        name="placeId"
        label={words.place}
        extra={words.placeHint}
        rules={[{ required: true, message: words.placeNeeded }]}
      >
        <PlacePicker />
      </Form.Item>
      <Form.Item name="sectionIds" label={words.sections}>
        <Select mode="multiple" options={sections} placeholder={words.allSections} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name="language" label={words.language}>
        <Select allowClear options={languages} placeholder={words.allLanguages} />
      </Form.Item>
    </>
  );
}

function ReceiverField() {
  const words = useWords(channelTexts);
  return (
    <Form.Item
      name={['settings', 'address']}
      label={words.receiver}
      extra={words.receiverHint}
      rules={[{ required: true, pattern: /^https?:\/\/\S+$/, message: words.receiverNeeded }]}
    >
      <Input inputMode="url" maxLength={1000} placeholder="https://" />
    </Form.Item>
  );
}

function ByHand() {
  const words = useWords(channelTexts);
  return (
    <>
      <Form.Item name="keeperId" label={words.keeper} extra={words.keeperHint}>
        <PersonPicker allowClear />
      </Form.Item>
      <Form.Item name={['settings', 'instructions']} label={words.instructions} extra={words.instructionsHint}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name={['settings', 'correct']} label={words.correct}>
        <Select
          options={(['edit', 'replace', 'notice', 'none'] as const).map((value) => ({
            value,
            label: words.corrects[value],
          }))}
        />
      </Form.Item>
      <Form.Item name={['settings', 'withdraw']} label={words.withdraw}>
        <Select
          options={(['edit', 'delete', 'notice', 'none'] as const).map((value) => ({
            value,
            label: words.withdraws[value],
          }))}
        />
      </Form.Item>
    </>
  );
}
