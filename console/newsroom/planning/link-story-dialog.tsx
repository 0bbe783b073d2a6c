import { useQuery } from '@tanstack/react-query';
import { App, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { AssignmentView, storyListView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { planningTexts } from './planning-texts.ts';

/** Joins a story that is there already to an assignment, or takes it off. */
export function LinkStoryDialog({ assignment, onClose }: { assignment: AssignmentView; onClose: () => void }) {
  const words = useWords(planningTexts);
  const newsroom = useWords(newsroomTexts);
  const { message } = App.useApp();
  const [q, setQ] = useState('');
  const stories = useQuery({
    queryKey: ['stories', 'to-link', q],
    queryFn: ({ signal }) =>
      read<Answer<typeof storyListView>>('/stories', { limit: 20, ...(q === '' ? {} : { q }) }, { signal }),
  });
  const { run, busy } = useAct<AssignmentView>();
  const link = async (storyId: string | null): Promise<void> => {
    if (!(await run('PUT', `/assignments/${assignment.id}/story`, { storyId }))) return;
    void message.success(storyId ? words.linked : words.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.linkStory} width={480} destroyOnHidden>
      <div className="stack">
        <Select
          autoFocus
          style={{ width: '100%' }}
          aria-label={words.findStory}
          placeholder={words.findStory}
          showSearch={{ filterOption: false, onSearch: (typed) => setQ(typed.trim()) }}
          loading={stories.isFetching || busy}
          options={(stories.data?.items ?? []).map((story) => ({
            value: story.id,
            label: story.title || newsroom.untitled,
          }))}
          onChange={(storyId: string) => void link(storyId)}
        />
        {assignment.story && (
          <Button loading={busy} onClick={() => void link(null)}>
            {words.unlinkStory}
          </Button>
        )}
      </div>
    </Modal>
  );
}
