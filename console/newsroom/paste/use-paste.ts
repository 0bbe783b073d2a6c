import type { Editor } from '@tiptap/core';
import { App } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { pasteTexts } from './paste-texts.ts';
import { takeHtml, takeWords } from './take-paste.ts';

/** Takes what is pasted from elsewhere and makes it clean; false when it is for the editor itself: its own copies, and what is no text. */
export function usePaste() {
  const words = useWords(pasteTexts);
  const { message } = App.useApp();
  const takeIn = async (editor: Editor, html: string): Promise<void> => {
    // Stored pictures take their time; a few words do not, and need no message.
    const wait = setTimeout(
      () => void message.open({ key: 'paste', type: 'loading', content: words.reading, duration: 0 }),
      400,
    );
    const lost = await takeHtml(editor, html).finally(() => {
      clearTimeout(wait);
      message.destroy('paste');
    });
    if (lost > 0) void message.warning(words.lost(lost), 8);
  };
  return (editor: Editor, clipboard: DataTransfer | null): boolean => {
    const html = clipboard?.getData('text/html') ?? '';
    // Copied within an editor like this one: the schema reads it as it is.
    if (html.includes('data-pm-slice')) return false;
    const hasWords = clipboard?.getData('text/plain').trim() !== '';
    if (!clipboard || !hasWords) return false;
    if (html !== '') {
      void takeIn(editor, html);
      return true;
    }
    return takeWords(editor, clipboard.getData('text/plain'));
  };
}
