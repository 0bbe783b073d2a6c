import { Button, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { kitTexts } from '../../kit/kit-texts.ts';
import { useWords } from '../../kit/texts.ts';

/** A short form that was unfolded in its part, to be saved or folded again. */
export function FoldedForm<Typed>({
  form,
  busy,
  onSave,
  onFold,
  children,
}: {
  form: FormInstance<Typed>;
  busy: boolean;
  onSave: (typed: Typed) => Promise<void>;
  onFold: () => void;
  children: ReactNode;
}) {
  const kit = useWords(kitTexts);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 380, marginTop: 12 }}
      onFinish={(typed) => void onSave(typed)}
    >
      {children}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {kit.save}
        </Button>
        <Button onClick={onFold}>{kit.cancel}</Button>
      </div>
    </Form>
  );
}
