import { Button, Form, Input, Space } from 'antd';
import type { ReactNode } from 'react';
import { kitTexts } from '../kit/kit-texts.ts';
import type { Language } from '../kit/language.ts';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { operationsTexts } from './operations-texts.ts';
import './named-list.css';

/** Lines with a word in each language of the county, its own needed, the others not; they can be set in another order. `first` is the field in front of the words, of the line at that number. */
export function NamedList({
  name,
  most,
  word,
  first,
  newLine,
  add,
  mayRemove,
}: {
  name: string;
  most: number;
  word: string;
  first: (at: number) => ReactNode;
  newLine: object;
  add: string;
  mayRemove: (at: number) => boolean;
}) {
  const { settings } = useWords(operationsTexts);
  const kit = useWords(kitTexts);
  const { languages } = useMe().county;
  const shown: readonly Language[] = languages.length > 0 ? languages : ['zh-CN'];
  return (
    <Form.List name={name}>
      {(fields, { add: append, remove, move }) => (
        <div className="named-list">
          {fields.map(({ key, name: at }) => (
            <div key={key}>
              {first(at)}
              {shown.map((language, number) => {
                const label = shown.length > 1 ? kit.inLanguage[language](word) : word;
                return (
                  <Form.Item
                    key={language}
                    name={[at, 'name', language]}
                    label={label}
                    rules={number === 0 ? [{ required: true, whitespace: true, message: settings.needed }] : []}
                  >
                    <Input maxLength={60} lang={language} />
                  </Form.Item>
                );
              })}
              <Space size={4}>
                <Button
                  type="text"
                  size="small"
                  aria-label={settings.higher}
                  title={settings.higher}
                  disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                >
                  ↑
                </Button>
                <Button
                  type="text"
                  size="small"
                  aria-label={settings.lower}
                  title={settings.lower}
                  disabled={at === fields.length - 1}
                  onClick={() => move(at, at + 1)}
                >
                  ↓
                </Button>
                <Button
                  type="text"
                  size="small"
                  aria-label={settings.remove}
                  title={settings.remove}
                  disabled={!mayRemove(at)}
                  onClick={() => remove(at)}
                >
                  ×
                </Button>
              </Space>
            </div>
          ))}
          {fields.length < most && <Button onClick={() => append(newLine)}>{add}</Button>}
        </div>
      )}
    </Form.List>
  );
}
