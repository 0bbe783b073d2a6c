import { Button, Form, Input, Select } from 'antd';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { commentsTexts } from './comments-texts.ts';
import { useColleagues } from './use-comments.ts';

/** A few words to colleagues, and whom to ask to look. What was typed stays until it is sent. */
export function SayForm({
  storyId,
  busy,
  label,
  go,
  onSay,
  onCancel,
}: {
  storyId: string;
  busy: boolean;
  label: string;
  go: string;
  onSay: (words: string, mentions: readonly string[]) => Promise<boolean>;
  onCancel?: () => void;
}) {
  const words = useWords(commentsTexts);
  const { personId } = useMe();
  const colleagues = useColleagues(storyId).filter(({ value }) => value !== personId);
  const [form] = Form.useForm<{ words: string; mentions?: string[] }>();
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) =>
        void onSay(typed.words.trim(), typed.mentions ?? []).then((done) => done && form.resetFields())
      }
    >
      <Form.Item name="words" label={label} rules={[{ required: true, whitespace: true, message: words.wordsNeeded }]}>
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2_000}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
          }}
        />
      </Form.Item>
      <Form.Item name="mentions" label={words.mention}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={colleagues} maxCount={10} />
      </Form.Item>
      <div className="row">
        <SaveButton busy={busy}>{go}</SaveButton>
        {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
      </div>
    </Form>
  );
}
