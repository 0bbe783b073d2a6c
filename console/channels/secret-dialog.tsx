import { Button, Modal } from 'antd';
import { CopyText } from '../kit/copy-text.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';

/** A channel's secret, shown this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const words = useWords(channelTexts);
  return (
    <Modal
      open
      onCancel={onClose}
      title={words.secret}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.secretTaken}
        </Button>
      }
    >
      <p style={{ marginBottom: 12 }}>{words.secretOnce}</p>
      <CopyText text={secret} />
      <p className="second" style={{ marginTop: 12 }}>
        {words.secretHow}
      </p>
    </Modal>
  );
}
