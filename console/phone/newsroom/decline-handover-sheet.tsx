import type { HandoverView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';
import { GrowingText } from './growing-text.tsx';

/** 不接: why I do not take the watch that was handed to me; its giver reads it and hands over once more. */
export function DeclineHandoverSheet({
  handover,
  close,
  done,
}: {
  handover: HandoverView;
  close: () => void;
  done: () => void;
}) {
  const { run, busy, problem } = useAct();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const decline = async (): Promise<void> => {
    if (await run<HandoverView>('POST', `/handovers/${handover.id}/declines`, { reason: words })) done();
  };
  return (
    <Sheet title={say('watch.decline')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void decline();
        }}
      >
        <p class="meta">{say('watch.decline.hint')}</p>
        <GrowingText
          id="decline-reason"
          class="words"
          label={say('watch.decline.why')}
          value={reason}
          rows={2}
          change={(next) => setReason(next.slice(0, 300))}
        />
        <SheetEnd
          go={say('watch.decline')}
          close={close}
          busy={busy}
          ready={words !== ''}
          problem={problem?.message ?? null}
        />
      </form>
    </Sheet>
  );
}
