import type { PostView, ShiftView, SwapView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Shown } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { GrowingText } from './growing-text.tsx';
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
  const holders = useAnswer<{ items: { id: string; name: string }[] }>(
    `/duty-roster/holders?role=${post.role}&placeId=${post.place.id}`,
  );
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
        <Shown answer={holders}>
          {({ items }) => (
            <label class="field">
              {say('swap.whom')}
              <select
                required
                value={askedId}
                onChange={({ currentTarget }) => {
                  setAskedId(currentTarget.value);
                  setOtherShiftId('');
                }}
              >
                <option value="">{say('fill.choose')}</option>
                {items
                  .filter(({ id }) => id !== session.me.get()?.personId)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </select>
            </label>
          )}
        </Shown>
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
