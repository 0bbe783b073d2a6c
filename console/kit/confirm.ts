import { App } from 'antd';
import { kitTexts } from './kit-texts.ts';
import { useWords } from './texts.ts';

/** Asks before what cannot be taken back, saying exactly what will happen. */
export function useConfirm(): (question: {
  title: string;
  consequence: string;
  act: string;
  danger?: boolean;
}) => Promise<boolean> {
  const { modal } = App.useApp();
  const words = useWords(kitTexts);
  return ({ title, consequence, act, danger = true }) =>
    new Promise((answer) => {
      modal.confirm({
        title,
        content: consequence,
        icon: null,
        okText: act,
        cancelText: words.cancel,
        okButtonProps: { danger },
        onOk: () => answer(true),
        onCancel: () => answer(false),
      });
    });
}
