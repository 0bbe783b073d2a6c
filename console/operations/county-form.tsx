import { App, Button, Checkbox, Form, Input } from 'antd';
import type { SettingsView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { operationsTexts } from './operations-texts.ts';

type County = SettingsView['county'];
type Language = County['languages'][number];

interface Typed {
  nameZh?: string;
  nameEn?: string;
  publisherZh?: string;
  publisherEn?: string;
  phone: string;
  languages: Language[];
}

const all: readonly Language[] = ['zh-CN', 'en'];
const fields = {
  '/name/zh-CN': 'nameZh',
  '/name/en': 'nameEn',
  '/publisher/zh-CN': 'publisherZh',
  '/publisher/en': 'publisherEn',
};
const words = (zh: string | undefined, en: string | undefined) => ({
  ...(zh?.trim() ? { 'zh-CN': zh.trim() } : {}),
  ...(en?.trim() ? { en: en.trim() } : {}),
});

/** What stands on every public page; the administrator of the county changes it. */
export function CountyForm({ county }: { county: County }) {
  const { settings } = useWords(operationsTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const chosen = Form.useWatch('languages', form) ?? county.languages;
  const { run, busy } = useAct<SettingsView>({ onProblem: (problem) => showInForm(form, problem, fields) });
  const save = async (typed: Typed): Promise<void> => {
    // The order stays: the first language is the one whose pages have no prefix.
    const kept = county.languages.filter((language) => typed.languages.includes(language));
    const added = all.filter((language) => typed.languages.includes(language) && !kept.includes(language));
    const { name, publisher, phone, languages } = county;
    const saved = await run('PATCH', '/settings', {
      read: { name, publisher, phone, languages },
      name: words(typed.nameZh, typed.nameEn),
      publisher: words(typed.publisherZh, typed.publisherEn),
      phone: typed.phone.trim(),
      languages: [...kept, ...added],
    });
    if (!saved) return;
    void message.success(settings.saved);
    await refresh();
  };
  const needed = { required: true, whitespace: true, message: settings.needed };
  // Not `required`: a group of boxes may not be said to be.
  const someLanguage = {
    validator: (_: unknown, given: readonly Language[]) =>
      given.length > 0 ? Promise.resolve() : Promise.reject(new Error(settings.needed)),
  };
  const own = (language: Language) => (chosen.includes(language) ? [needed] : []);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        nameZh: county.name['zh-CN'],
        nameEn: county.name.en,
        publisherZh: county.publisher['zh-CN'],
        publisherEn: county.publisher.en,
        phone: county.phone,
        languages: county.languages,
      }}
      onFinish={(typed) => void save(typed)}
    >
      <Form.Item name="languages" label={settings.languages} rules={[someLanguage]}>
        <Checkbox.Group options={all.map((value) => ({ value, label: settings.languageNames[value] }))} />
      </Form.Item>
      <Form.Item name="nameZh" label={settings.nameZh} rules={own('zh-CN')} dependencies={['languages']}>
        <Input maxLength={120} lang="zh-CN" />
      </Form.Item>
      <Form.Item name="nameEn" label={settings.nameEn} rules={own('en')} dependencies={['languages']}>
        <Input maxLength={120} lang="en" />
      </Form.Item>
      <Form.Item name="publisherZh" label={settings.publisherZh} rules={own('zh-CN')} dependencies={['languages']}>
        <Input maxLength={120} lang="zh-CN" />
      </Form.Item>
      <Form.Item name="publisherEn" label={settings.publisherEn} rules={own('en')} dependencies={['languages']}>
        <Input maxLength={120} lang="en" />
      </Form.Item>
      <Form.Item name="phone" label={settings.phone} rules={[needed]}>
        <Input maxLength={30} inputMode="tel" className="num" />
      </Form.Item>
      <p className="meta" style={{ marginBottom: 12 }}>
        {settings.atOnce}
      </p>
      <Button type="primary" htmlType="submit" loading={busy}>
        {kit.save}
      </Button>
    </Form>
  );
}
