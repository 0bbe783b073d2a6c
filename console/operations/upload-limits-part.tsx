import { Form, InputNumber } from 'antd';
import type { SettingsView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { operationsTexts } from './operations-texts.ts';
import { SettingForm } from './setting-form.tsx';

type Limits = SettingsView['county']['uploadLimits'];

// As the server takes them.
const bounds: Readonly<Record<keyof Limits, readonly [number, number]>> = {
  openFiles: [1, 500],
  gigabytesADay: [1, 1000],
  pictureMegabytesADay: [10, 20_000],
};

/** 每人上传上限: how much one person may send, so that it slows nobody else. */
export function UploadLimitsPart({ read }: { read: Limits }) {
  const { settings } = useWords(operationsTexts);
  const words = settings.uploadLimits;
  return (
    <SettingForm words={words} path="/upload-limits" read={read} shown={read} sent={(typed) => typed}>
      {(['openFiles', 'gigabytesADay', 'pictureMegabytesADay'] as const).map((name) => (
        <Form.Item key={name} name={name} label={words[name]} rules={[{ required: true, message: settings.needed }]}>
          <InputNumber min={bounds[name][0]} max={bounds[name][1]} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      ))}
    </SettingForm>
  );
}
