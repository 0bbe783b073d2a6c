import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { NewAdoption, StoryAdoptions } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { adoptionTexts } from './adoption-texts.ts';
import { useCorrespondents } from './use-correspondents.ts';

/** What is typed of an adoption. */
export interface TypedAdoption {
  level: NewAdoption['level'];
  medium: NewAdoption['medium'];
  outlet: string;
  adoptedOn: Dayjs;
  href?: string;
  personIds: string[];
}

/** As the API takes it. */
export const given = ({ adoptedOn, href, ...typed }: TypedAdoption): NewAdoption => ({
  ...typed,
  outlet: typed.outlet.trim(),
  adoptedOn: adoptedOn.format('YYYY-MM-DD'),
  ...(href?.trim() ? { href: href.trim() } : {}),
});

/** The fields of an adoption: who used it, at which level, when, and for whom it counts. */
export function AdoptionFields({ senders }: { senders: StoryAdoptions['senders'] }) {
  const words = useWords(adoptionTexts);
  const times = useTimes();
  const people = useCorrespondents(senders);
  const needed = { required: true, message: words.needed };
  return (
    <>
      <Form.Item name="outlet" label={words.outlet} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={100} placeholder={words.outletHint} />
      </Form.Item>
      <div className="row" style={{ gap: '0 16px' }}>
        <Form.Item name="level" label={words.level} rules={[needed]} style={{ flex: '1 1 120px' }}>
          <Select
            options={(['county', 'city', 'province', 'national'] as const).map((value) => ({
              value,
              label: words.levels[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="medium" label={words.medium} rules={[needed]} style={{ flex: '1 1 120px' }}>
          <Select
            options={(['text', 'picture', 'audio', 'video'] as const).map((value) => ({
              value,
              label: words.media[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="adoptedOn" label={words.adoptedOn} rules={[needed]} style={{ flex: '1 1 140px' }}>
          <DatePicker
            style={{ width: '100%' }}
            allowClear={false}
            disabledDate={(day) => day.isAfter(times.now(), 'day')}
          />
        </Form.Item>
      </div>
      <Form.Item name="personIds" label={words.persons} rules={[needed]}>
        <Select mode="multiple" maxCount={10} {...people} />
      </Form.Item>
      <Form.Item name="href" label={words.href} rules={[{ pattern: /^https?:\/\/\S+$/, message: words.hrefWrong }]}>
        <Input maxLength={500} inputMode="url" placeholder="https://" />
      </Form.Item>
    </>
  );
}
