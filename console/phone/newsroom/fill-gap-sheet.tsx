import type { NewRotation, PostView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { momentOf, wallOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';
import { HolderChoice } from './holder-choice.tsx';
import { spanAsRotation } from './span-as-rotation.ts';

/** 排班: puts somebody on a post for a stretch in which nobody stands there. What is filled meanwhile stays as it is. */
export function FillGapSheet({
  post,
  gap,
  close,
  done,
}: {
  post: Pick<PostView, 'role' | 'roleName' | 'place'>;
  gap: { readonly fromAt: string; readonly untilAt: string };
  close: () => void;
  done: (shifts: number) => void;
}) {
  const [personId, setPersonId] = useState('');
  const { run, busy, problem } = useAct();
  const rotation = spanAsRotation({ from: wallOf(gap.fromAt), until: wallOf(gap.untilAt) });
  const [untilOn, setUntilOn] = useState(rotation.untilOn);
  const fill = async (): Promise<void> => {
    const body: NewRotation = {
      ...rotation,
      untilOn,
      role: post.role,
      placeId: post.place.id,
      personIds: [personId],
      each: 'half-month',
    };
    const made = await run<{ shifts: number }>('POST', '/duty-rotations', body);
    if (made) done(made.shifts);
  };
  return (
    <Sheet title={say('fill.title', { post: `${post.roleName} · ${post.place.name}` })} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void fill();
        }}
      >
        <p class="meta">{say('fill.from', { time: momentOf(gap.fromAt) })}</p>
        <HolderChoice post={post} label={say('fill.who')} value={personId} choose={setPersonId} />
        <label class="field">
          <span>{say('fill.until')}</span>
          <input
            type="date"
            required
            min={rotation.fromOn}
            value={untilOn}
            onInput={({ currentTarget }) => setUntilOn(currentTarget.value)}
          />
        </label>
        <p class="meta">{say('fill.own')}</p>
        <SheetEnd
          go={say('fill.do')}
          close={close}
          busy={busy}
          ready={personId !== '' && untilOn !== ''}
          problem={problem ? (problem.fields[0]?.message ?? problem.message) : null}
        />
      </form>
    </Sheet>
  );
}
