import type { PostView, ShiftView, SwapView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';
import { GrowingText } from './growing-text.tsx';
import { HolderChoice } from './holder-choice.tsx';
import { comingShifts } from './swap-turn.ts';

/** 换班: asks a colleague of the same post to take a coming shift of mine, for one of theirs or for none. The roster changes when they say yes and a third confirms. */
export function SwapSheet({
  post,
  shift,
  now,
  close,
  done,
}: {
  post: PostView;
  shift: ShiftView;
  now: string;
  close: () => void;
  done: () => void;
}) {
  const [askedId, setAskedId] = useState('');
  const [otherShiftId, setOtherShiftId] = useState('');
  const [note, setNote] = useState('');
  const { run, busy, problem } = useAct();
  const theirs = comingShifts([post], now).filter((one) => one.shift.person.id === askedId);
  const ask = async (): Promise<void> => {
    const body = { shiftId: shift.id, askedId, otherShiftId: otherShiftId || null, note: note.trim() };
    if (await run<SwapView>('POST', '/shift-swaps', body)) done();
  };
  return (
    <Sheet title={say('swap.ask')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <p>
          {momentOf(shift.fromAt)} – {momentOf(shift.untilAt)}
        </p>
        <HolderChoice
          post={post}
          label={say('swap.whom')}
          value={askedId}
          choose={(id) => {
            setAskedId(id);
            setOtherShiftId('');
          }}
        />
        {theirs.length > 0 && (
          <label class="field">
            {say('swap.other')}
            <select value={otherShiftId} onChange={({ currentTarget }) => setOtherShiftId(currentTarget.value)}>
              <option value="">{say('swap.for-none')}</option>
              {theirs.map((one) => (
                <option key={one.shift.id} value={one.shift.id}>
                  {momentOf(one.shift.fromAt)} – {momentOf(one.shift.untilAt)}
                </option>
              ))}
            </select>
          </label>
        )}
        <GrowingText
          id="swap-note"
          class="words"
          label={say('swap.note')}
          value={note}
          rows={1}
          change={(next) => setNote(next.slice(0, 300))}
        />
        <p class="meta">{say('swap.rule')}</p>
        <SheetEnd
          go={say('swap.do')}
          close={close}
          busy={busy}
          ready={askedId !== ''}
          problem={problem ? (problem.fields[0]?.message ?? problem.message) : null}
        />
      </form>
    </Sheet>
  );
}
