import { useQuery } from '@tanstack/react-query';
import { App, Select } from 'antd';
import { useState } from 'react';
import type { editorList, StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { refresh } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { editorTexts } from './editor-texts.ts';

/** Who looks after a story; whoever may say so chooses here. Names are asked for when the list is opened. */
export function EditorField({ story }: { story: StoryView }) {
  const words = useWords(editorTexts);
  const me = useMe();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const { run, busy } = useAct<StoryView>();
  const found = useQuery({
    queryKey: ['stories', story.id, 'editors'],
    enabled: isOpen,
    queryFn: ({ signal }) => read<Answer<typeof editorList>>(`/stories/${story.id}/editors`, {}, { signal }),
  });
  if (!story.abilities.includes('story.assign')) return <>{story.editor?.name ?? words.nobody}</>;
  const people = found.data?.items ?? (story.editor ? [story.editor] : []);
  const choose = async (editorId: string | undefined): Promise<void> => {
    const after = await run('PUT', `/stories/${story.id}/editor`, { editorId: editorId ?? null });
    if (!after) return;
    void message.success(
      after.editor
        ? after.editor.id === me.personId
          ? words.mineNow
          : words.assigned(after.editor.name)
        : words.freed,
    );
    await refresh();
  };
  return (
    <Select<string>
      aria-label={words.editor}
      style={{ width: '100%', maxWidth: 220 }}
      allowClear
      value={story.editor?.id ?? null}
      placeholder={words.nobody}
      disabled={busy}
      loading={isOpen && found.isPending}
      onOpenChange={(open) => open && setOpen(true)}
      showSearch={{ optionFilterProp: 'label' }}
      popupRender={(menu) => (
        <>
          {menu}
          <p className="meta" style={{ margin: 0, padding: '6px 12px' }}>
            {words.named}
          </p>
        </>
      )}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id?: string) => void choose(id)}
    />
  );
}
