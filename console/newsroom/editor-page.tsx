import { useParams } from 'react-router';
import { Loaded } from '../kit/loaded.tsx';
import { StoryEditor } from './editor/story-editor.tsx';
import { useSharedText } from './editor/use-shared-text.ts';
import { useStory } from './use-story.ts';

/** Writes a story. The editor keeps its own copy: what is read anew meanwhile never disturbs what is being typed. */
export function EditorPage() {
  const { id = '' } = useParams();
  return <OpenStory key={id} id={id} />;
}

// The line to the text is made while the story is still being read.
function OpenStory({ id }: { id: string }) {
  const query = useStory(id);
  const { shared, line } = useSharedText(id);
  return <Loaded query={query}>{(story) => <StoryEditor story={story} shared={shared} line={line} />}</Loaded>;
}
