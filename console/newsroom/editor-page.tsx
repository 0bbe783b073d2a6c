import { useParams } from 'react-router';
import { Loaded } from '../kit/loaded.tsx';
import { StoryEditor } from './editor/story-editor.tsx';
import { useStory } from './use-story.ts';

/** Writes a story. The editor keeps its own copy: what is read anew meanwhile never disturbs what is being typed. */
export function EditorPage() {
  const { id = '' } = useParams();
  const query = useStory(id);
  return <Loaded query={query}>{(story) => <StoryEditor key={story.id} story={story} />}</Loaded>;
}
