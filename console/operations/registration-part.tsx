import { Form, Input } from 'antd';
import type { SettingsView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { operationsTexts } from './operations-texts.ts';
import { SettingForm } from './setting-form.tsx';

type County = SettingsView['county'];
type Registration = County['registration'];
type Kind = keyof Registration;

// What each country asks for; the other numbers stay as they are.
const kinds: Readonly<Record<string, readonly Kind[]>> = {
  cn: ['licence', 'icp', 'police', 'complaints'],
  generic: ['register', 'complaints'],
};

/** The numbers that the law wants at the foot of every public page. */
export function RegistrationPart({ county }: { county: County }) {
  const words = useWords(operationsTexts).settings.registration;
  const read = county.registration;
  const sent = (typed: Partial<Registration>): Registration => ({
    ...read,
    ...Object.fromEntries(Object.entries(typed).map(([kind, text]) => [kind, text.trim()])),
  });
  return (
    <SettingForm words={words} path="/registration" read={read} shown={read} sent={sent}>
      {(kinds[county.countryPack] ?? []).map((kind) => (
        <Form.Item key={kind} name={kind} label={words[kind]}>
          <Input maxLength={80} />
        </Form.Item>
      ))}
    </SettingForm>
  );
}
