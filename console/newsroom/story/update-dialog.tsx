import { Form, Input, Modal } from 'antd';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { storyTexts } from './story-texts.ts';

/** Begins an update; whoever wants tells the public what is new. */
export function UpdateDialog({
  onClose,
  onUpdate,
  busy,
}: {
  onClose: () => void;
  onUpdate: (note: string | undefined) => Promise<void>;
  busy: boolean;
}) {
  const story = useWords(storyTexts);
  return (
    <Modal open onCancel={onClose} footer={null} title={story.updateTitle}>
      <Form layout="vertical" onFinish={({ note }: { note?: string }) => void onUpdate(note?.trim() || undefined)}>
        <Form.Item name="note" label={story.updateNote} extra={story.updateHint}>
          <Input.TextArea autoFocus maxLength={300} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
        <SaveButton busy={busy}>{story.updateGo}</SaveButton>
      </Form>
    </Modal>
  );
}
