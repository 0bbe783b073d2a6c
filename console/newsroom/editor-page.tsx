import { useParams } from 'react-router';
import { LinkButton } from '../kit/link-button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { StoryEditor } from './editor/story-editor.tsx';
import { openTextAhead, useSharedText } from './editor/use-shared-text.ts';
import { newsroomTexts } from './newsroom-texts.ts';
import { writingTexts } from './editor/writing-texts.ts';
import { useStory } from './use-story.ts';

/** Begins what the page at this path will show, before it is drawn. */
export function begin(path: string): void {
  const id = /^\/stories\/([^/]+)\/edit$/.exec(path)?.[1];
  if (id !== undefined) openTextAhead(id);
}

/** Writes a story. The editor keeps its own copy: what is read anew meanwhile never disturbs what is being typed. */
export function EditorPage() {
  const { id = '' } = useParams();
  return <OpenStory key={id} id={id} />;
}

// The line to the text is made while the story is still being read.
function OpenStory({ id }: { id: string }) {
  const query = useStory(id);
  const { shared, line } = useSharedText(id);
  const words = useWords(newsroomTexts);
  const writing = useWords(writingTexts);
  return (
    <Loaded query={query}>
      {(story) =>
        line.kind === 'connecting' && !story.abilities.includes('story.edit') ? (
          <Page title={story.title || words.untitled}>
            <Quiet title={writing.notYours}>
              <LinkButton to={`/stories/${id}`}>{writing.toStory}</LinkButton>
            </Quiet>
          </Page>
        ) : (
          <StoryEditor story={story} shared={shared} line={line} />
        )
      }
    </Loaded>
  );
}
