import { publicPrefix } from '@xiangyin/document/public-prefix';
import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { AskFirst } from '../kit/ask-first.tsx';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { CorrectSheet } from './correct-sheet.tsx';
import { forgetChangesTo } from './draft.ts';
import { TurnSheet } from './turn-sheet.tsx';
import { UpdateSheet } from './update-sheet.tsx';
import type { Turn } from './turn-story.ts';

/** What can be done with a published story: see it as residents do, correct it, add what is new, take it down at once or put it back, drop a correction in work. Nothing where none of it is open to this person. */
export default function DutyActs({ story, again }: { story: StoryView; again: () => void }) {
  const may = (ability: string): boolean => story.abilities.includes(ability);
  const mayCorrect = story.state === 'done' && may('story.correct');
  const mayDrop = (story.state === 'draft' || story.state === 'returned') && may('story.discard');
  const turn = turnFor(story);
  // The message about a failed review leads here with its correction to be begun.
  const [open, setOpen] = useState<'correct' | 'update' | Turn | null>(() =>
    mayCorrect && new URLSearchParams(location.search).get('correct') === '1' ? 'correct' : null,
  );
  const close = () => setOpen(null);
  const done = () => {
    close();
    again();
  };
  return (
    <section class="part duty-acts">
      <h2>{say('duty.public')}</h2>
      <p class="meta">
        {story.publicState === 'withdrawn'
          ? say('duty.withdrawn', { time: story.withdrawnAt ? momentOf(story.withdrawnAt) : '' })
          : say('duty.published', {
              n: story.edition?.number ?? 1,
              time: story.edition ? momentOf(story.edition.publishedAt) : '',
            })}{' '}
        {story.slug && (
          <a href={`${publicPrefix(session.me.get()?.county.languages ?? [], story.language)}/stories/${story.slug}`}>
            {say('became.see')}
          </a>
        )}
      </p>
      {story.path === 'urgent' && story.afterReviewDueAt && (
        <p class="meta">{say('duty.after-review', { time: momentOf(story.afterReviewDueAt) })}</p>
      )}
      <div class="two">
        {mayCorrect && (
          <button type="button" class="btn" onClick={() => setOpen('correct')}>
            {say('correct.title')}
          </button>
        )}
        {mayCorrect && (
          <button type="button" class="btn" onClick={() => setOpen('update')}>
            {say('update.title')}
          </button>
        )}
        {turn && (
          <button type="button" class={turn === 'withdrawn' ? 'btn danger' : 'btn'} onClick={() => setOpen(turn)}>
            {say(turn === 'withdrawn' ? 'withdraw.title' : 'restore-story.title')}
          </button>
        )}
      </div>
      {mayDrop && <DropCorrection story={story} done={again} />}
      {open === 'correct' && <CorrectSheet story={story} close={close} />}
      {open === 'update' && <UpdateSheet story={story} close={close} />}
      {(open === 'withdrawn' || open === 'restored') && (
        <TurnSheet story={story} turn={open} close={close} again={again} done={done} />
      )}
    </section>
  );
}

function turnFor({ publicState, abilities }: StoryView): Turn | null {
  if (publicState === 'published')
    return abilities.some((one) => one === 'story.withdraw' || one === 'story.withdraw-in-gap') ? 'withdrawn' : null;
  return publicState === 'withdrawn' && abilities.includes('story.restore') ? 'restored' : null;
}

/** Says what is lost: the draft of the change; what residents see stays. */
function DropCorrection({ story, done }: { story: StoryView; done: () => void }) {
  const { run, busy, problem } = useAct();
  const drop = async (): Promise<void> => {
    if (!(await run('POST', `/stories/${story.id}/discards`, {}))) return;
    await forgetChangesTo(story.id, session.me.get()?.personId ?? '');
    done();
  };
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <AskFirst
        act={say('correct.drop')}
        sure={say('correct.drop.sure')}
        look="plain"
        busy={busy}
        go={() => void drop()}
      />
    </>
  );
}
