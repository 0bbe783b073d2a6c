import { Button, Checkbox, Form, Modal, Select } from 'antd';
import type { CertificateView } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { proofTexts } from '../hours/hours-texts.ts';

const reasons = ['hours-amended', 'wrong', 'asked'] as const;

/** Takes a certificate back for everybody to see, and issues it anew where that is wanted. */
export function RevokeDialog({ certificate, onClose }: { certificate: CertificateView; onClose: () => void }) {
  const { certificates: words } = useWords(proofTexts);
  const { run, busy } = useAct<CertificateView>();
  const revoke = async (typed: { reason: string; again: boolean }): Promise<void> => {
    if (!(await run('POST', `/certificates/${certificate.id}/revocations`, typed))) return;
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.revokeTitle}>
      <p className="num">{certificate.number}</p>
      <p style={{ marginBottom: 12 }}>{words.revokeHint}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: certificate.outdated ? 'hours-amended' : 'wrong', again: true }}
        onFinish={(typed: { reason: string; again: boolean }) => void revoke(typed)}
      >
        <Form.Item name="reason" label={words.reason}>
          <Select options={reasons.map((value) => ({ value, label: words.reasons[value] }))} />
        </Form.Item>
        <Form.Item name="again" valuePropName="checked">
          <Checkbox>{words.again}</Checkbox>
        </Form.Item>
        <Button block danger type="primary" htmlType="submit" loading={busy}>
          {words.revoke}
        </Button>
      </Form>
    </Modal>
  );
}
