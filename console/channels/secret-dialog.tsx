import { Button, Modal } from 'antd';
import { CopyText } from '../kit/copy-text.tsx';
import { useLanguage } from '../kit/language.ts';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { kindFormOf } from './kinds/kinds.ts';

/** A channel's secret, shown this once. */
export function SecretDialog({ secret, kind, onClose }: { secret: string; kind: string; onClose: () => void }) {
  const words = useWords(channelTexts);
  const language = useLanguage();
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
        {kindFormOf(kind)?.words[language].secretHow}
      </p>
    </Modal>
  );
}
