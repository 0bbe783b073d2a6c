import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import type { NewIncident } from '@xiangyin/server/contract';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { safetyTexts } from '../safety-texts.ts';

/** The desk heard that something went wrong at a visit: it goes to the safeguarding officers, and is not shown here again. */
export function ReportDialog({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const { report, incidents } = useWords(safetyTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<null>();
  const send = async (typed: NewIncident): Promise<void> => {
    if ((await run('POST', `/visits/${visitId}/incidents`, { ...typed, urgent: typed.urgent ?? false })) === undefined)
      return;
    void message.success(report.sent);
    onClose();
  };
  const kinds = Object.entries(incidents.kinds).map(([value, label]) => ({ value, label }));
  return (
    <Modal open onCancel={onClose} footer={null} title={report.title} width={460}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {report.how}
      </p>
      <Form layout="vertical" requiredMark={false} onFinish={(typed: NewIncident) => void send(typed)}>
        <Form.Item name="kind" label={incidents.kind} rules={[{ required: true }]}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="said" label={report.said} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="urgent" valuePropName="checked">
          <Checkbox>{report.urgent}</Checkbox>
        </Form.Item>
        <SaveButton busy={busy}>{report.send}</SaveButton>
      </Form>
    </Modal>
  );
}
