import { App, Form, InputNumber } from 'antd';
import type { CorrectionLine, HourLine } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';
import { proofTexts } from './hours-texts.ts';

/** A volunteer says that an entry of theirs is wrong. */
export function AskDialog({ line, onClose }: { line: HourLine; onClose: () => void }) {
  const { ask } = useWords(proofTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<CorrectionLine>();
  const send = async ({ reason, minutes }: { reason?: string; minutes?: number | null }): Promise<boolean> => {
    const claim = typeof minutes === 'number' ? { minutes } : {};
    if (!(await run('POST', '/hour-corrections', { hourId: line.id, said: reason, ...claim }))) return false;
    void message.success(ask.sent);
    await refresh();
    return true;
  };
  return (
    <ReasonDialog<{ reason?: string; minutes?: number | null }>
      title={ask.title}
      hint={ask.hint}
      label={ask.said}
      busy={busy}
      onClose={onClose}
      onGive={send}
    >
      <Form.Item name="minutes" label={ask.minutes}>
        <InputNumber min={0} max={1_440} precision={0} style={{ width: 140 }} />
      </Form.Item>
    </ReasonDialog>
  );
}
