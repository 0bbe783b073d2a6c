import { Form, Modal } from 'antd';
import type { StoryView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { scheduleTexts } from './schedule-texts.ts';
import { ScheduleFields } from './schedule-fields.tsx';

/** Another time of publication for a text that is signed off. */
export function ScheduleDialog({ story, onClose }: { story: StoryView; onClose: () => void }) {
  const words = useWords(scheduleTexts);
  return (
    <Modal open onCancel={onClose} footer={null} title={words.change}>
      <Form layout="vertical" component="div">
        <ScheduleFields story={story} />
      </Form>
    </Modal>
  );
}
