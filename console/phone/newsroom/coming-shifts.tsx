import type { PostView, ShiftView } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { AskFirst } from '../kit/ask-first.tsx';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { comingShifts } from './swap-turn.ts';

/** 接下来的班: who stands where next. Of one's own a swap is asked for; whoever may takes one out. */
export function ComingShifts({
  posts,
  now,
  ask,
  said,
}: {
  posts: readonly PostView[];
  /** The county's time, as the server writes moments. */
  now: string;
  ask: (one: { post: PostView; shift: ShiftView }) => void;
  said: (words: string) => void;
}) {
  const me = session.me.get()?.personId;
  const coming = comingShifts(posts, now);
  if (coming.length === 0) return null;
  return (
    <Part title={say('coming.title')}>
      <ul class="lines papers">
        {coming.map(({ post, shift }) => (
          <li key={shift.id}>
            <b>{shift.person.id === me ? say('watch.me') : shift.person.name}</b>
            <div class="meta">
              {post.roleName} · {post.place.name}
            </div>
            <div class="meta">
              {momentOf(shift.fromAt)} – {momentOf(shift.untilAt)}
            </div>
            {shift.person.id === me && (
              <button type="button" class="btn small" onClick={() => ask({ post, shift })}>
                {say('swap.ask')}
              </button>
            )}
            {shift.mayTakeOut && <TakeOut shift={shift} said={said} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function TakeOut({ shift, said }: { shift: ShiftView; said: (words: string) => void }) {
  const { run, busy, problem } = useAct();
  const takeOut = async (): Promise<void> => {
    if ((await run<null>('DELETE', `/grants/${shift.id}`)) !== undefined) said(say('coming.taken-out'));
  };
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <AskFirst
        act={say('coming.take-out')}
        sure={say('coming.take-out.sure', { name: shift.person.name })}
        busy={busy}
        look="plain"
        go={() => void takeOut()}
      />
    </>
  );
}
