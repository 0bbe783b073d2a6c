import { Button, Form, Input } from 'antd';
import type { SettingsView } from '@xiangyin/server/contract';
import type { Language } from '../kit/language.ts';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { NamedList } from './named-list.tsx';
import { filledWords } from './named-words.ts';
import { operationsTexts } from './operations-texts.ts';
import { SettingForm } from './setting-form.tsx';

type Emergencies = SettingsView['county']['emergencies'];
interface Shape {
  emergencies: Emergencies;
}

/** 危急时打的号码: whom the forms tell people to ring in danger. */
export function EmergenciesPart({ read, usual }: { read: Emergencies; usual: Emergencies }) {
  const { settings } = useWords(operationsTexts);
  const words = settings.emergencies;
  return (
    <SettingForm<Shape, Shape>
      words={words}
      path="/emergencies"
      read={{ emergencies: read }}
      shown={{ emergencies: read }}
      sent={(typed) => ({
        emergencies: typed.emergencies.map(({ number, name }) => ({ number: number.trim(), name: filledWords(name) })),
      })}
    >
      <NamedList
        name="emergencies"
        most={8}
        word={words.answers}
        newLine={{ number: '', name: {} }}
        add={words.add}
        mayRemove={() => true}
        first={(at) => (
          <Form.Item name={[at, 'number']} label={words.number} rules={[{ validator: ringable(words.numberRule) }]}>
            <Input maxLength={16} inputMode="tel" className="num" autoComplete="off" />
          </Form.Item>
        )}
      />
      <Usual usual={usual} />
      <Preview />
    </SettingForm>
  );
}

const ringable = (message: string) => (_: unknown, number: string | undefined) =>
  /^\+?[0-9]{2,15}$/.test(number?.trim() ?? '') ? Promise.resolve() : Promise.reject(new Error(message));

function Usual({ usual }: { usual: Emergencies }) {
  const words = useWords(operationsTexts).settings.emergencies;
  const form = Form.useFormInstance<Shape>();
  return (
    <Button type="link" style={{ paddingInline: 0 }} onClick={() => form.setFieldsValue({ emergencies: usual })}>
      {words.usual(usual.map(({ number }) => number))}
    </Button>
  );
}

/** As it stands at the head of the order form, in each language. */
function Preview() {
  const words = useWords(operationsTexts).settings.emergencies;
  const { languages } = useMe().county;
  const form = Form.useFormInstance<Shape>();
  const typed: readonly (Partial<Emergencies[number]> | undefined)[] = Form.useWatch('emergencies', form) ?? [];
  return (
    <>
      <p className="meta">{words.preview}</p>
      {languages.map((language: Language) => (
        <div key={language} className="named-preview" lang={language}>
          <b>{words.onTheForm[language]}</b>
          <ul>
            {typed.map((one, at) => (
              <li key={at}>
                <b>{one?.number}</b> {one?.name?.[language] || one?.name?.en || one?.name?.['zh-CN']}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
