import { DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import type { StoryView } from '@xiangyin/server/contract';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { storyChanged } from '../use-story.ts';
import { reviewTexts } from './review-texts.ts';

/** Keeps a text for later, with a day to look again if wanted. */
export function HoldOverDialog({
  story,
  onClose,
  onHeld,
}: {
  story: StoryView;
  onClose: () => void;
  onHeld: (after: StoryView) => void;
}) {
  const words = useWords(reviewTexts);
  const times = useTimes();
  const zone = useMe().county.timeZone;
  const { run, busy } = useAct<StoryView>();
  const hold = async ({ day, note }: { day?: Dayjs | null; note?: string }): Promise<void> => {
    const after = await run('POST', `/stories/${story.id}/hold-overs`, {
      remindAt: day ? fromCounty(day.hour(8).minute(0).second(0).millisecond(0), zone) : null,
      ...(note?.trim() ? { note: note.trim() } : {}),
    });
    if (!after) return;
    await storyChanged(after);
    onClose();
    onHeld(after);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.holdOverTitle}>
      <p style={{ marginBottom: 12 }}>{words.holdOverHint}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(typed) => void hold(typed)}>
        <Form.Item name="day" label={words.remindAt} extra={words.remindAtHint}>
          <DatePicker minDate={times.now().add(1, 'day')} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="note" label={words.note} extra={words.noteHint}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <SaveButton busy={busy}>{words.holdOverGo}</SaveButton>
      </Form>
    </Modal>
  );
}
