import { Form, Input } from 'antd';
import { kitTexts } from './kit-texts.ts';
import type { Language } from './language.ts';
import { useMe } from './session.ts';
import { useWords } from './texts.ts';

/** One field for each language of the county, its own first; that one may be needed, the others never are. What stands in a language that the county has given up is kept. */
export function WordsFields({
  name = 'name',
  label,
  needed,
  long = false,
  maxLength = 120,
}: {
  name?: string;
  label: string;
  /** What to say where the county's own language is missing; left out: it may be. */
  needed?: string;
  long?: boolean;
  maxLength?: number;
}) {
  const kit = useWords(kitTexts);
  const { languages } = useMe().county;
  const shown: readonly Language[] = languages.length > 0 ? languages : ['zh-CN'];
  const kept = (['zh-CN', 'en'] as const).filter((language) => !shown.includes(language));
  const Field = long ? Input.TextArea : Input;
  return (
    <>
      {shown.map((language, at) => (
        <Form.Item
          key={language}
          name={[name, language]}
          label={shown.length > 1 ? kit.inLanguage[language](label) : label}
          rules={needed !== undefined && at === 0 ? [{ required: true, whitespace: true, message: needed }] : []}
        >
          <Field maxLength={maxLength} lang={language} {...(long ? { autoSize: true } : {})} />
        </Form.Item>
      ))}
      {kept.map((language) => (
        <Form.Item key={language} name={[name, language]} hidden>
          <Input />
        </Form.Item>
      ))}
    </>
  );
}
