import { Form, InputNumber, Select } from 'antd';
import { useMonths } from '../use-months.ts';
import { useWords } from '../../kit/texts.ts';
import { serviceTexts } from './service-texts.ts';

/** The part of the year in which it is offered; a month without a day is the whole month. */
export function SeasonFields() {
  const services = useWords(serviceTexts);
  const months = useMonths();
  const edge = (name: 'from' | 'to', label: string) => (
    <Form.Item label={label}>
      <div className="row">
        <Form.Item name={['season', `${name}Month`]} noStyle>
          <Select
            allowClear
            aria-label={`${label} · ${services.season}`}
            placeholder={services.allYear}
            style={{ minWidth: 120, flex: 1 }}
            options={months.map((text, at) => ({ value: at + 1, label: text }))}
          />
        </Form.Item>
        <Form.Item name={['season', `${name}Day`]} noStyle>
          <InputNumber
            min={1}
            max={31}
            aria-label={`${label} · ${services.day}`}
            placeholder={services.day}
            style={{ width: 90 }}
          />
        </Form.Item>
      </div>
    </Form.Item>
  );
  return (
    <div className="two-fields">
      {edge('from', services.seasonFrom)}
      {edge('to', services.seasonTo)}
    </div>
  );
}
