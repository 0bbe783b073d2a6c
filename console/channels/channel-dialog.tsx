import { App, Form, Input, InputNumber, Modal, Radio, Select, Switch } from 'antd';
import type { FormInstance } from 'antd';
import type { ChannelView, ChannelWithSecret } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { useTag } from '../kit/language.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords, wordsIn } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { useSections } from '../newsroom/use-sections.ts';
import { PlacePicker } from '../places/place-picker.tsx';
import { usePlaces } from '../places/use-places.ts';
import { ChannelFacts } from './channel-facts.tsx';
import { channelTexts } from './channel-texts.ts';
import { KeeperField } from './keeper-field.tsx';
import { kindFormOf, kindForms } from './kinds/kinds.ts';
import { SweepChannel, useSweep } from './sweep-channel.tsx';
import { TryChannel } from './try-channel.tsx';

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
  /** Parts of a secret that the county gives; what is left empty stays as it is. */
  secret?: Record<string, string>;
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
  onSecret: (secret: string, kind: string) => void;
}) {
  const words = useWords(channelTexts);
  const kit = useWords(kitTexts);
  const confirm = useConfirm();
  const sweep = useSweep({ id: channel?.id ?? '' });
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { places } = usePlaces();
  const kind = Form.useWatch<string | undefined>(['settings', 'kind'], form) ?? channel?.settings.kind ?? firstKind;
  const { run, busy } = useAct<ChannelView | ChannelWithSecret>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const body = {
      name: typed.name,
      placeId: typed.placeId,
      sectionIds: typed.sectionIds.length > 0 ? typed.sectionIds : null,
      language: typed.language ?? null,
      isOn: typed.isOn,
      // Where its kind does not ask who keeps it, it stays as it is.
      keeperId: ('keeperId' in typed ? typed.keeperId : channel?.keeperId) ?? null,
      pauseSeconds: typed.pauseSeconds ?? channel?.pauseSeconds ?? usualPause,
      dailyLimit: typed.dailyLimit ?? null,
      settings: typed.settings,
      ...givenSecret(typed.secret),
    };
    const saved = channel
      ? await run('PUT', `/channels/${channel.id}`, { ...body, version: channel.version })
      : await run('POST', '/channels', body);
    if (!saved) return void refresh();
    void message.success(channel ? words.saved : words.added);
    onClose();
    if ('channel' in saved && saved.secret) onSecret(saved.secret, kind);
    await refresh();
    if (channel && !channel.isOn && typed.isOn && channel.owed > 0) await offerOwed(channel.owed);
  };
  // What it was owed is offered, never sent by itself: some of it may be old news.
  const offerOwed = async (owed: number): Promise<void> => {
    const sure = await confirm({
      title: words.owedAsk(owed),
      consequence: words.owedWill,
      act: words.owedSend,
      danger: false,
    });
    if (sure) await sweep.run('retries', 'owed');
  };
  const More = kindFormOf(kind)?.More;
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
                settings: beginning(firstKind),
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
        {channel?.problem && channel.isOn && channel.carrier === 'person' && (
          <p className="notice due">{words.takenByHand}</p>
        )}
        {channel && (
          <SweepChannel
            channel={channel}
            more={
              <LinkButton size="small" to={`/copies?channel=${channel.id}`}>
                {words.seeThem}
              </LinkButton>
            }
            onDone={onClose}
          />
        )}
        <KindField form={form} kind={kind} isFixed={channel !== null} />
        <KindFields kind={kind} channel={channel} />
        {channel && (
          <TryChannel
            channel={channel}
            onSecret={(secret) => {
              onClose();
              onSecret(secret, kind);
            }}
          />
        )}
        {channel && <ChannelFacts channel={channel} />}
        {channel && More && <More channel={channel} />}
        <WhatItTakes />
        <PauseField form={form} kind={kind} />
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
const firstKind = kindForms[0]?.key ?? '';

const beginning = (kind: string): ChannelView['settings'] => ({ ...kindFormOf(kind)?.begins, kind });

function givenSecret(typed: Typed['secret']): { secret?: { part: string; value: string }[] } {
  const given = Object.entries(typed ?? {}).filter(([, value]) => value && value.trim() !== '');
  return given.length === 0 ? {} : { secret: given.map(([part, value]) => ({ part, value })) };
}

/** How copies get there: chosen once. */
function KindField({ form, kind, isFixed }: { form: FormInstance<Typed>; kind: string; isFixed: boolean }) {
  const words = useWords(channelTexts);
  const tag = useTag();
  const chosen = kindFormOf(kind);
  return (
    <Form.Item name={['settings', 'kind']} label={words.kind} extra={chosen && wordsIn(chosen.words, tag).hint}>
      <Radio.Group
        disabled={isFixed}
        options={kindForms.map((one) => ({ value: one.key, label: wordsIn(one.words, tag).name }))}
        onChange={({ target }) => form.setFieldsValue({ settings: beginning(String(target.value)) })}
      />
    </Form.Item>
  );
}

function KindFields({ kind, channel }: { kind: string; channel: ChannelView | null }) {
  const shown = kindFormOf(kind);
  if (!shown) return null;
  const asksKeeper = channel?.carrier === 'person' && !shown.asksKeeper;
  return (
    <>
      <shown.Fields channel={channel} />
      {asksKeeper && <KeeperField channel={channel} />}
    </>
  );
}

/** What nothing calls back may wait a while. */
function PauseField({ form, kind }: { form: FormInstance<Typed>; kind: string }) {
  const words = useWords(channelTexts);
  const settings = Form.useWatch<ChannelView['settings'] | undefined>('settings', form);
  if (!settings || !kindFormOf(kind)?.isBeyondRecall(settings)) return null;
  return (
    <Form.Item name="pauseSeconds" label={words.pause} extra={words.pauseHint}>
      <InputNumber min={0} max={3600} style={{ width: 120 }} />
    </Form.Item>
  );
}

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
