import type { Finding } from '@xiangyin/document/checks';
import { Button, Dropdown, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useEver } from '../../kit/use-ever.ts';
import { checksTexts } from './checks-texts.ts';
import type { DismissalReason } from './use-dismissals.ts';

const offered = ['as-said', 'local', 'public', 'checked'] as const;

/** Leaves a finding as it is: one of the usual reasons in two clicks, or in one's own words. */
export function DismissButton({
  finding,
  busy,
  onDismiss,
}: {
  finding: Finding;
  busy: boolean;
  onDismiss: (reason: DismissalReason, remark?: string) => Promise<boolean>;
}) {
  const words = useWords(checksTexts);
  const [writing, setWriting] = useState(false);
  const wasWriting = useEver(writing);
  const reasons = offered.filter((reason) => reason !== 'public' || finding.check === 'personal-data');
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...reasons.map((reason) => ({ key: reason, label: words.reasons[reason] })),
            { key: 'other', label: words.ownWords },
          ],
          onClick: ({ key }) => {
            if (key === 'other') setWriting(true);
            else void onDismiss(key as DismissalReason);
          },
        }}
      >
        <Button size="small" type="text" disabled={busy}>
          {words.dismiss}
        </Button>
      </Dropdown>
      {wasWriting && (
        <Modal
          open={writing}
          onCancel={() => setWriting(false)}
          footer={null}
          title={words.dismissTitle}
          destroyOnHidden
          width={420}
        >
          <Form
            layout="vertical"
            requiredMark={false}
            onFinish={({ remark }: { remark: string }) =>
              void onDismiss('other', remark).then((done) => done && setWriting(false))
            }
          >
            <Form.Item
              name="remark"
              label={words.why}
              rules={[{ required: true, whitespace: true, message: words.whyNeeded }]}
            >
              <Input autoFocus maxLength={200} />
            </Form.Item>
            <SaveButton busy={busy}>{words.dismiss}</SaveButton>
          </Form>
        </Modal>
      )}
    </>
  );
}
