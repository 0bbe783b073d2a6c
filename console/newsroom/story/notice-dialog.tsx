import { App, Button, Form, Modal } from 'antd';
import type { storyChange, StoryView } from '@xiangyin/server/contract';
import { kitTexts } from '../../kit/kit-texts.ts';
import type { Sent } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { useStorySlots } from '../slots.ts';
import { storyTexts } from './story-texts.ts';
import { storyChanged } from '../use-story.ts';
import { NoticeFields } from './notice-fields.tsx';

/** Ends a published notice earlier or later, or names the one that takes its place: no word of the text changes, so nothing is signed anew. */
export function NoticeDialog({ story, onClose }: { story: StoryView; onClose: () => void }) {
  const words = useWords(storyTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const { run } = useAct<StoryView>();
  const { Plan } = useStorySlots();
  const set = async (change: Sent<typeof storyChange>): Promise<void> => {
    const after = await run('PATCH', `/stories/${story.id}`, change);
    if (!after) return;
    void message.success(words.noticeSaved);
    await storyChanged(after);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.noticeTitle}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.noticeAtOnce}
      </p>
      <Form layout="vertical" component="div">
        <NoticeFields story={story} set={(change) => void set(change)} />
      </Form>
      <Plan storyId={story.id} turn="hold" />
      <Button block onClick={onClose}>
        {kit.close}
      </Button>
    </Modal>
  );
}
