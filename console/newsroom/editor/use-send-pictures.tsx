import type { Editor } from '@tiptap/core';
import { App } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import type { PictureView, StoredPictureView } from '@xiangyin/server/contract';
import { isProblem } from '../../kit/problem.ts';
import { useWords } from '../../kit/texts.ts';
import { writingTexts } from './writing-texts.ts';
import { mediaTexts } from '../../media/media-texts.ts';
import { sendPicture } from '../../media/send-picture.ts';
import { insertPicture } from './insert-picture.ts';
import { AlikeDialog } from './later.ts';

interface Question {
  readonly stored: StoredPictureView;
  answer(picture: PictureView): void;
}

/** Sends pictures from this device, one after the other, and puts each into the text; where the library has one that looks the same, whoever writes chooses which. `dialog` stands somewhere on the page. */
export function useSendPictures(): {
  sendAll(editor: Editor, files: readonly File[]): Promise<void>;
  readonly sending: boolean;
  readonly dialog: ReactNode;
} {
  const { picture: words } = useWords(writingTexts);
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const chosenOf = (stored: StoredPictureView): Promise<PictureView> =>
    stored.alike.length === 0
      ? Promise.resolve(stored)
      : new Promise((resolve) => {
          setQuestion({
            stored,
            answer(picture) {
              setQuestion(null);
              resolve(picture);
            },
          });
        });
  const sendAll = async (editor: Editor, files: readonly File[]): Promise<void> => {
    setSending(true);
    try {
      for (const file of files) {
        const { hash, alt, caption, credit, width, height } = await chosenOf(await sendPicture(file));
        insertPicture(editor, { hash, alt, caption, credit, width, height });
      }
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : words.failed);
    } finally {
      setSending(false);
    }
  };
  const dialog = question && (
    <Suspense>
      <AlikeDialog
        stored={question.stored}
        act={pictures.takeOld}
        onTake={question.answer}
        onKeep={() => question.answer(question.stored)}
      />
    </Suspense>
  );
  return { sendAll, sending, dialog };
}
