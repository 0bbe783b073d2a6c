import type { Editor } from '@tiptap/core';
import { App, Button } from 'antd';
import type { Doc } from 'yjs';
import { useWords } from '../../kit/texts.ts';
import { suggestionsTexts } from './suggestions-texts.ts';
import { settleIn, type useSuggestions } from './use-suggestions.ts';

/** Before a text is handed in: what becomes of the suggestions that are open. True: go on; they were accepted, or stay behind. */
export function useAskAboutSuggestions(
  editor: Editor | null,
  doc: Doc,
  { open }: ReturnType<typeof useSuggestions>,
): () => Promise<boolean> {
  const words = useWords(suggestionsTexts);
  const { modal } = App.useApp();
  return () =>
    new Promise((resolve) => {
      if (open.length === 0) return resolve(true);
      const end = (goOn: boolean) => (): void => {
        dialog.destroy();
        resolve(goOn);
      };
      const dialog = modal.info({
        title: words.openAtHandIn(open.length),
        content: words.openAtHandInWhy,
        icon: null,
        closable: true,
        width: 500,
        onCancel: () => resolve(false),
        footer: (
          <div className="row suggestions-all" style={{ justifyContent: 'flex-end', marginTop: 16 }}>
            <Button onClick={end(false)}>{words.look}</Button>
            <Button onClick={end(true)}>{words.handInWithout}</Button>
            <Button
              type="primary"
              onClick={() => {
                settleIn(
                  editor,
                  doc,
                  open.map(({ id }) => id),
                  true,
                );
                end(true)();
              }}
            >
              {words.handInAccepting}
            </Button>
          </div>
        ),
      });
    });
}
