import { Button, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { kitTexts } from './kit-texts.ts';
import { useWords } from './texts.ts';

/** Asks for a sentence, and whatever else an act needs. The button says the act once more, as the title does: nobody has to guess what a bare “confirm” will do. */
export function ReasonDialog<T extends { reason?: string }>({
  title,
  hint,
  label,
  longest = 500,
  optional = false,
  danger = false,
  busy,
  children,
  onClose,
  onGive,
}: {
  title: string;
  hint?: string;
  label: string;
  /** In characters. */
  longest?: number;
  optional?: boolean;
  danger?: boolean;
  busy: boolean;
  children?: ReactNode;
  onClose: () => void;
  onGive: (typed: T) => Promise<boolean>;
}) {
  const kit = useWords(kitTexts);
  return (
    <Modal open onCancel={onClose} footer={null} title={title}>
      {hint !== undefined && <p style={{ marginBottom: 12 }}>{hint}</p>}
      <Form<T>
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => void onGive(typed).then((done) => done && onClose())}
      >
        <Form.Item
          name="reason"
          label={optional ? kit.optional(label) : label}
          rules={optional ? [] : [{ required: true, whitespace: true, message: kit.needed }]}
        >
          <Input.TextArea autoFocus maxLength={longest} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {children}
        <Button block type="primary" danger={danger} htmlType="submit" loading={busy}>
          {title}
        </Button>
      </Form>
    </Modal>
  );
}
