import { useQuery } from '@tanstack/react-query';
import { parseStoryText, type StoryText } from '@xiangyin/document';
import { Button, Modal } from 'antd';
import type { StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { readText } from '../text/read-text.ts';
import { StoryTextView } from '../text/story-text.tsx';

/** Somebody saved meanwhile: shows where the two texts differ and lets the writer choose. Nothing is lost before they do. */
export function ConflictDialog({
  story,
  mine,
  onMine,
  onTheirs,
  onLater,
}: {
  story: StoryView;
  mine: StoryText;
  onMine: (version: number) => void;
  onTheirs: () => void;
  onLater: () => void;
}) {
  const words = useWords(newsroomTexts);
  const times = useTimes();
  const theirs = useQuery({
    queryKey: ['story', story.id, 'conflict'],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => read<StoryView>(`/stories/${story.id}`, {}, { signal }),
  });
  const parsed = parseStoryText(mine, { draft: true });
  return (
    <Modal
      open
      onCancel={onLater}
      title={words.editor.conflictTitle}
      width={720}
      footer={null}
      mask={{ closable: false }}
    >
      <Loaded query={theirs}>
        {(present) => (
          <div className="stack">
            <p>
              {words.story.savedBy(present.savedBy.name, times.at(present.savedAt))} · {words.editor.conflictHint}
            </p>
            {/* Scrolled by the keyboard too. */}
            <section
              className="card"
              style={{ maxHeight: '50vh', overflowY: 'auto' }}
              aria-label={words.editor.conflictTitle}
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
            >
              {parsed.ok && <StoryTextView before={readText(present.text)} text={parsed.text} />}
            </section>
            <div className="row">
              <Button type="primary" onClick={() => onMine(present.version)}>
                {words.editor.conflictMine}
              </Button>
              <Button onClick={onTheirs}>{words.editor.conflictTheirs}</Button>
              <Button type="text" onClick={onLater}>
                {words.editor.conflictKeep}
              </Button>
            </div>
          </div>
        )}
      </Loaded>
    </Modal>
  );
}
