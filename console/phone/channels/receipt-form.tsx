import type { CopyView, PictureView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { shrinkPicture } from '../newsroom/shrink-picture.ts';

/** The receipt of a copy that somebody brought to its place, or took down there: its address and a screenshot, both as far as there are any; or one that is to be mended, with what it says. */
export function ReceiptForm({ copy, again }: { copy: CopyView; again: () => void }) {
  const mends = copy.mayMendReceipt;
  const [address, setAddress] = useState(mends ? (copy.address ?? '') : '');
  const [pictureHash, setPictureHash] = useState<string | null>(mends ? copy.pictureHash : null);
  const { run, busy, problem } = useAct();
  const isRecall = copy.state === 'withdrawing';
  const enter = async () => {
    const entry = { address: address.trim() || null, pictureHash };
    if (await run(mends ? 'PUT' : 'POST', `/copies/${copy.id}/receipts`, entry)) again();
  };
  return (
    <Part title={say(mends ? 'receipt.mend' : 'receipt.title')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        {!isRecall && (
          <label class="field">
            <span>{say('receipt.address')}</span>
            <small>{say(mends ? 'receipt.mend-hint' : 'receipt.hint')}</small>
            <input
              type="url"
              inputMode="url"
              maxLength={1000}
              pattern="https?://.+"
              placeholder="https://"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          </label>
        )}
        {!isRecall && (session.me.get()?.abilities ?? []).includes('picture.store') && (
          <Screenshot isThere={pictureHash !== null} taken={setPictureHash} />
        )}
        {problem && <Trouble problem={problem} />}
        <button type="submit" class="btn primary wide" disabled={busy}>
          {say(mends ? 'receipt.mended' : isRecall ? 'receipt.took-down' : 'receipt.brought')}
        </button>
      </form>
    </Part>
  );
}

function Screenshot({ isThere, taken }: { isThere: boolean; taken: (hash: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      taken(await sendScreenshot(file));
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error.message : say('receipt.no-picture'));
    }
    setBusy(false);
  };
  return (
    <label class="field">
      <span>{say('receipt.screenshot')}</span>
      <input
        type="file"
        accept="image/*"
        disabled={busy}
        onChange={(event) => void send(event.currentTarget.files?.[0])}
      />
      <small role="status">{problem ?? (isThere ? say('receipt.attached') : busy ? say('receipt.sending') : '')}</small>
    </label>
  );
}

async function sendScreenshot(file: File): Promise<string> {
  const { bytes } = await shrinkPicture(file);
  const form = new FormData();
  form.set('alt', say('receipt.screenshot'));
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), 'screenshot.jpg');
  return (await act<PictureView>('POST', '/files', form)).hash;
}
