import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { degreesOf, degreesText, measureOnce } from './degrees.ts';
import { kitTexts } from './kit-texts.ts';
import { useWords } from './texts.ts';

/** Of a device that knows no better than this, in metres, nothing is taken. */
const exactEnough = 50;

/** Where something is, in degrees; may stay empty. `here`: whoever types stands there, and may take it from this device. */
export function DegreesField({
  name,
  label,
  hint,
  here = false,
}: {
  name: string;
  label?: string;
  hint?: string;
  here?: boolean;
}) {
  const { degrees: words } = useWords(kitTexts);
  const form = Form.useFormInstance();
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    const found = await measureOnce();
    setBusy(false);
    if (typeof found === 'string') return setTold(words[found]);
    if (found.accuracy > exactEnough) return setTold(words.vague(Math.round(found.accuracy)));
    setTold(words.taken(Math.round(found.accuracy)));
    form.setFieldValue(name, degreesText(found));
    await form.validateFields([name]);
  };
  return (
    <>
      <Form.Item
        name={name}
        label={label ?? words.label}
        extra={hint ?? words.hint}
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              degreesOf(typed ?? '') === undefined ? Promise.reject(new Error(words.wrong)) : Promise.resolve(),
          },
        ]}
      >
        <Input maxLength={60} inputMode="text" className="num" autoComplete="off" placeholder="30.26412, 118.12907" />
      </Form.Item>
      {here && (
        <div className="row" style={{ marginBottom: 16 }}>
          <Button size="small" loading={busy} onClick={() => void take()}>
            {words.take}
          </Button>
          {told !== null && (
            <span className="meta" role="status">
              {told}
            </span>
          )}
        </div>
      )}
    </>
  );
}
