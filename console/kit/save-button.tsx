import { Button } from 'antd';
import type { ReactNode } from 'react';
import { kitTexts } from './kit-texts.ts';
import { useWords } from './texts.ts';

/** The foot of a dialog with a form: the one button that sends it. Says "save" unless it does something else. */
export function SaveButton({
  busy,
  disabled = false,
  children,
}: {
  busy: boolean;
  disabled?: boolean;
  children?: ReactNode;
}) {
  const kit = useWords(kitTexts);
  return (
    <Button block type="primary" htmlType="submit" loading={busy} disabled={disabled}>
      {children ?? kit.save}
    </Button>
  );
}
