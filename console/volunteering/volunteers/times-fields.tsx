import { Form, InputNumber, Select } from 'antd';
import type { VolunteerView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { WeekFields, type TypedWindow } from '../../kit/week-fields.tsx';
import { deskTexts } from '../desk-texts.ts';
import { volunteerTexts } from './volunteer-texts.ts';

/** What volunteers say of themselves: how far, when, in which languages, and whether they pause. */
export interface OwnTyped {
  withinKm?: number | null;
  availability?: TypedWindow[];
  languages?: string[];
  state?: VolunteerView['state'];
}

/** The same as the API takes it. */
export const ownFactsOf = (typed: OwnTyped): Omit<OwnTyped, 'state'> => ({
  withinKm: typed.withinKm ?? null,
  availability: typed.availability ?? [],
  languages: typed.languages ?? [],
});

const languages = ['mandarin', 'dialect', 'english', 'sign'] as const;

/** Fields of a form for reach, times and languages. */
export function TimesFields() {
  const { own } = useWords(deskTexts);
  const volunteers = useWords(volunteerTexts);
  return (
    <>
      <Form.Item name="withinKm" label={volunteers.within}>
        <InputNumber min={0} max={500} placeholder={volunteers.anyKm} style={{ width: 140 }} />
      </Form.Item>
      <WeekFields
        name="availability"
        label={own.availability}
        hint={own.availabilityHint}
        first={{ weekdays: [6, 7], from: '09:00', to: '17:00' }}
      />
      <Form.Item name="languages" label={own.languages}>
        <Select mode="multiple" options={languages.map((value) => ({ value, label: own.languageNames[value] }))} />
      </Form.Item>
    </>
  );
}
