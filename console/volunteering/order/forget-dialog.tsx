import { Button, Form, Modal } from 'antd';
import type { OrderView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import { LastFourField } from './last-four-field.tsx';
import { useOrderAct } from './use-order-act.ts';

/** Deletes a resident's data at their wish; the last four digits say that it is theirs. */
export function ForgetDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { forget } = useWords(deskTexts);
  const { send, busy } = useOrderAct(order);
  const give = async ({ lastFour }: { lastFour: string }): Promise<void> => {
    if (await send('forgettings', { lastFour: lastFour.trim() }, forget.done)) onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={forget.title} width={460}>
      <p style={{ marginBottom: 12 }}>{forget.hint}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(typed: { lastFour: string }) => void give(typed)}>
        <LastFourField />
        <Button block danger type="primary" htmlType="submit" loading={busy}>
          {forget.do}
        </Button>
      </Form>
    </Modal>
  );
}
