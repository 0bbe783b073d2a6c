import type { Editor } from '@tiptap/core';
import { App } from 'antd';
import { useState } from 'react';
import { isProblem } from '../../kit/problem.ts';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { sendPicture } from '../../media/send-picture.ts';
import { insertPicture } from './insert-picture.ts';

/** Sends pictures from this device, one after the other, and puts each into the text. */
export function useSendPictures() {
  const { picture } = useWords(newsroomTexts).editor;
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const sendAll = async (editor: Editor, files: readonly File[]): Promise<void> => {
    setSending(true);
    try {
      for (const file of files) {
        const { hash, alt, caption, credit, width, height } = await sendPicture(file);
        insertPicture(editor, { hash, alt, caption, credit, width, height });
      }
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : picture.failed);
    } finally {
      setSending(false);
    }
  };
  return { sendAll, sending };
}
