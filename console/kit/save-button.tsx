import { Button } from 'antd';
import type { ReactNode } from 'react';
import { kitTexts } from './kit-texts.ts';
import { useWords } from './texts.ts';

/** The foot of a dialog with a form: the one button that sends it. Says "save" unless it does something else. */
export function SaveButton({ busy, children }: { busy: boolean; children?: ReactNode }) {
  const kit = useWords(kitTexts);
  return (
    <Button block type="primary" htmlType="submit" loading={busy}>
      {children ?? kit.save}
    </Button>
  );
}
