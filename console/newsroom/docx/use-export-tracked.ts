import type { Editor } from '@tiptap/core';
import type { Body, StoryText } from '@xiangyin/document';
import { readWorkingCopy } from '@xiangyin/document/working-copy';
import { App } from 'antd';
import type { Doc } from 'yjs';
import { download } from '../../kit/csv.ts';
import { useWords } from '../../kit/texts.ts';
import { countyNow } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import type { OpenSuggestion } from '../suggestions/use-suggestions.ts';
import { docxTexts } from './docx-texts.ts';
import { exportStory } from './export-story.ts';

/** Hands the text that is being written to the person as a Word file in which the suggestions are Word's own tracked changes. */
export function useExportTracked(
  language: string,
): (editor: Editor, doc: Doc, open: readonly OpenSuggestion[]) => Promise<void> {
  const words = useWords(docxTexts);
  const { untitled } = useWords(newsroomTexts);
  const { message } = App.useApp();
  return async (editor, doc, open) => {
    const head = readWorkingCopy(doc, language);
    const text: StoryText = { ...head, body: editor.getJSON() as Body };
    const now = new Date(countyNow()).toISOString();
    try {
      const file = await exportStory({
        text,
        facts: '',
        signatures: [],
        signaturesTitle: '',
        suggestions: new Map(open.map(({ id, by, at }) => [id, { by: by?.name ?? '', at: at ?? now }])),
      });
      // What no file system takes in a name.
      download(file, `${(head.title || untitled).replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 80)}.docx`);
    } catch {
      void message.error(words.failed);
    }
  };
}
