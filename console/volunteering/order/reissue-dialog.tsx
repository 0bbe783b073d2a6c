import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import type { FreshCode, OrderView } from '@xiangyin/server/contract';
import { queries } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { deskTexts } from '../desk-texts.ts';
import { CodeFacts } from '../new-order/code-facts.tsx';
import { newOrderTexts } from '../new-order/new-order-texts.ts';
import { LastFourField } from './last-four-field.tsx';

/** Another code for whoever lost the slip; the last four digits say that the order is theirs. */
export function ReissueDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { reissue } = useWords(deskTexts);
  const { slip } = useWords(newOrderTexts);
  const { run, busy } = useAct<FreshCode>();
  const [fresh, setFresh] = useState<FreshCode | null>(null);
  const give = async ({ lastFour }: { lastFour: string }): Promise<void> => {
    const answer = await run('POST', `/orders/${order.id}/codes`, { lastFour: lastFour.trim() });
    if (!answer) return;
    setFresh(answer);
    await queries.invalidateQueries({ queryKey: ['order', order.id] });
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={fresh ? reissue.done : reissue.title}
      width={460}
      mask={{ closable: fresh === null }}
    >
      {fresh ? (
        <div className="stack" role="status">
          <CodeFacts code={fresh.code} passphrase={fresh.passphrase} />
          <p className="meta">{reissue.old}</p>
          <div className="row">
            <Button href={fresh.slipHref} target="_blank" rel="noreferrer" type="primary">
              {slip}
            </Button>
            <Button onClick={onClose}>{reissue.close}</Button>
          </div>
        </div>
      ) : (
        <>
          <p style={{ marginBottom: 12 }}>{reissue.hint}</p>
          <Form layout="vertical" requiredMark={false} onFinish={(typed: { lastFour: string }) => void give(typed)}>
            <LastFourField />
            <Button block type="primary" htmlType="submit" loading={busy}>
              {reissue.do}
            </Button>
          </Form>
        </>
      )}
    </Modal>
  );
}
