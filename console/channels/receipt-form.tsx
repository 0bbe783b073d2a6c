import { App, Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import type { CopyView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { Part } from '../kit/page.tsx';
import { Problem } from '../kit/problem.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { pictureTypes, sendPicture } from '../media/send-picture.ts';
import { channelTexts } from './channel-texts.ts';
import { Screen } from './screen.tsx';

/** The receipt of a copy that somebody brought to its place, or took down there; or one that is to be mended, with what it says. */
export function ReceiptForm({ copy }: { copy: CopyView }) {
  const words = useWords(channelTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ address?: string }>();
  const [picture, setPicture] = useState<string | null>(copy.mayMendReceipt ? copy.pictureHash : null);
  const { run, busy } = useAct<CopyView>({ onProblem: (problem) => showInForm(form, problem) });
  const isRecall = copy.state === 'withdrawing';
  const mends = copy.mayMendReceipt;
  const enter = async ({ address }: { address?: string }): Promise<void> => {
    const entry = { address: address?.trim() || null, pictureHash: picture };
    if (!(await run(mends ? 'PUT' : 'POST', `/copies/${copy.id}/receipts`, entry))) return;
    void message.success(words.thanks);
    await refresh();
  };
  return (
    <Part title={mends ? words.mend : words.receipt}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(mends ? { initialValues: { address: copy.address ?? '' } } : {})}
        onFinish={(typed) => void enter(typed)}
      >
        {!isRecall && (
          <>
            <Form.Item
              name="address"
              label={words.address}
              extra={mends ? words.mendHint : words.receiptHint}
              rules={[{ pattern: /^\s*https?:\/\/\S+\s*$/, message: words.addressWrong }]}
            >
              <Input inputMode="url" maxLength={1000} placeholder="https://" />
            </Form.Item>
            <Screenshot picture={picture} onPicture={setPicture} />
          </>
        )}
        <SaveButton busy={busy}>{mends ? words.mended : isRecall ? words.tookDown : words.brought}</SaveButton>
      </Form>
    </Part>
  );
}

function Screenshot({ picture, onPicture }: { picture: string | null; onPicture: (hash: string) => void }) {
  const words = useWords(channelTexts);
  const { message } = App.useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  if (!useMaySomewhere('picture.store')) return null;
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    try {
      onPicture((await sendPicture(file, { alt: words.screenshot })).hash);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      void message.error(error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row" style={{ marginBottom: 16 }}>
      <input
        ref={chooser}
        type="file"
        accept={pictureTypes}
        style={{ display: 'none' }}
        aria-label={words.attach}
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Button loading={busy} onClick={() => chooser.current?.click()}>
        {words.attach}
      </Button>
      {picture !== null && <Screen hash={picture} />}
    </div>
  );
}
