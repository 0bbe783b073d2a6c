import { Button, Modal } from 'antd';
import { kitTexts } from '../../kit/kit-texts.ts';
import { useWords } from '../../kit/texts.ts';
import { accessTexts } from '../access-texts.ts';

/** The codes, shown once. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[] | null; onClose: () => void }) {
  const { account } = useWords(accessTexts);
  const kit = useWords(kitTexts);
  return (
    <Modal
      open={codes !== null}
      title={account.recovery}
      onCancel={onClose}
      width={420}
      mask={{ closable: false }}
      footer={[
        <Button key="print" onClick={() => print()}>
          {account.print}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {kit.close}
        </Button>,
      ]}
    >
      <p>{account.recoveryShow}</p>
      <ol className="num" style={{ columns: 2, fontSize: '1.05rem', lineHeight: 2, userSelect: 'all' }}>
        {codes?.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </Modal>
  );
}
