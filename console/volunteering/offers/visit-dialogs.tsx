import { Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import type { Completion, VisitLine } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';
import { HappenedField, happenedOf, type TypedHappened } from '../happened-field.tsx';
import { volunteeringTexts } from '../volunteering-texts.ts';

type TypedCompletion = Pick<Completion, 'minutesServed' | 'report' | 'absent'> & TypedHappened;

/** The visit is over; of several who were to go, who did not come is named. */
export function CompleteDialog({
  visitId,
  others,
  onClose,
}: {
  visitId: string;
  others: VisitLine['others'];
  onClose: () => void;
}) {
  const words = useWords(volunteeringTexts);
  const { run, busy } = useAct<VisitLine>();
  const zone = useMe().county.timeZone;
  const finish = async ({ minutesServed, report, absent, ...when }: TypedCompletion): Promise<void> => {
    if (
      !(await run('POST', `/visits/${visitId}/completions`, {
        ...(minutesServed ? { minutesServed } : {}),
        ...(report ? { report } : {}),
        ...(absent && absent.length > 0 ? { absent } : {}),
        ...happenedOf(when, zone),
      }))
    )
      return;
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.visit.finished} width={400}>
      <Form layout="vertical" requiredMark={false} onFinish={(typed: TypedCompletion) => void finish(typed)}>
        <Form.Item name="minutesServed" label={words.visit.minutes} extra={words.visit.minutesHint}>
          <InputNumber min={1} max={1_440} inputMode="numeric" style={{ width: 140 }} />
        </Form.Item>
        <Form.Item name="report" label={words.visit.report}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {others.length > 0 && (
          <Form.Item name="absent" label={words.visit.absent} extra={words.visit.absentHint}>
            <Checkbox.Group options={others.map(({ personId, name }) => ({ value: personId, label: name }))} />
          </Form.Item>
        )}
        <HappenedField />
        <SaveButton busy={busy}>{words.visit.finished}</SaveButton>
      </Form>
    </Modal>
  );
}

/** It did not work out this time. */
export function FailDialog({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const words = useWords(volunteeringTexts);
  const { run, busy } = useAct<VisitLine>();
  const zone = useMe().county.timeZone;
  const fail = async ({ reason, ...when }: TypedHappened & { reason?: string }): Promise<boolean> => {
    if (!(await run('POST', `/visits/${visitId}/failures`, { reason, ...happenedOf(when, zone) }))) return false;
    await refresh();
    return true;
  };
  return (
    <ReasonDialog title={words.visit.failed} label={words.visit.reason} busy={busy} onClose={onClose} onGive={fail}>
      <HappenedField />
    </ReasonDialog>
  );
}
