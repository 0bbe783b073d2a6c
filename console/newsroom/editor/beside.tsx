import type { Editor } from '@tiptap/core';
import type { StoryText } from '@xiangyin/document';
import { Suspense } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { FindingsPart } from '../checks/findings-part.tsx';
import { EditorComments } from '../comments/editor-comments.tsx';
import type { Chosen } from '../comments/use-comments.ts';
import { useExportTracked } from '../docx/use-export-tracked.ts';
import { useStorySlots } from '../slots.ts';
import { SuggestionsPart } from '../suggestions/suggestions-part.tsx';
import type { useSuggestions } from '../suggestions/use-suggestions.ts';
import { Attachments } from '../story/attachments.tsx';
import { insertMaterial } from './insert-material.ts';
import { StorySettings } from './story-settings.tsx';
import type { SharedText } from './use-shared-text.ts';

/** Beside the text: what the checks find, what is suggested, sent along, how it would stand elsewhere, how it is published. */
export function Beside({
  story,
  editor,
  shared,
  proposed,
  shown,
  suggestions,
  commenting,
  onCommenting,
  onHead,
}: {
  story: StoryView;
  editor: Editor;
  shared: SharedText;
  /** The text with what is suggested. */
  proposed: StoryText;
  /** The same with what is to go as well, as the editor shows it. */
  shown: StoryText;
  suggestions: ReturnType<typeof useSuggestions>;
  /** What a new comment is being written about; null: none is. */
  commenting: Chosen | null;
  onCommenting: (chosen: Chosen | null) => void;
  onHead: (part: 'title' | 'deck', words: string) => void;
}) {
  const exportTracked = useExportTracked(story.language);
  const { Previews } = useStorySlots();
  return (
    <>
      <FindingsPart story={story} editor={editor} text={shown} onHead={onHead} />
      <SuggestionsPart
        editor={editor}
        suggestions={suggestions}
        onExport={() => void exportTracked(editor, shared.doc, suggestions.open)}
      />
      <Attachments
        storyId={story.id}
        // As with every material: a paragraph that is a link is written, not suggested.
        onPut={suggestions.on ? undefined : (material) => insertMaterial(editor, material)}
      />
      <EditorComments story={story} editor={editor} shared={shared} writing={commenting} onWriting={onCommenting} />
      <Suspense>
        <Previews storyId={story.id} text={proposed} />
      </Suspense>
      <StorySettings story={story} />
    </>
  );
}
