import type { CopyView, LeavingCopies, LeavingStory } from '@xiangyin/server/contract';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepHeight } from '../../kit/kept-height.ts';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { useTick } from '../kit/use-tick.ts';
import { signaturesSent } from '../newsroom/sign.ts';
import { namesSaid } from './names-said.ts';
import { spanSaid } from './span-said.ts';

/** At the foot of every page, wherever a signature led its signer: what leaves in a moment and is beyond recall then, with the one stop. Nothing while nothing waits. */
export function LeavingBar() {
  const answer = useAnswer<LeavingCopies>('/me/leaving-copies', { keep: false });
  const { again } = answer;
  const againRef = useRef(again);
  useEffect(() => {
    againRef.current = again;
  });
  useEffect(() => signaturesSent.follow(() => againRef.current()), []);
  const [answeredAt, setAnsweredAt] = useState<number | null>(null);
  useLayoutEffect(() => setAnsweredAt(Date.now()), [answer.value]);
  const [said, setSaid] = useState<string | null>(null);
  const items = answer.value?.items ?? [];
  useAgainWhenGone(items, againRef);
  return (
    <>
      {/* Said once to whoever does not see the bar; the seconds are not read out. */}
      <div role="status" class="visually-hidden">
        {items
          .map(({ title, channelNames }) => say('leaving.can-stop', { title, names: namesSaid(channelNames) }))
          .join(' ')}
        {said}
      </div>
      {(items.length > 0 || said !== null) && (
        <Foot>
          {items.map((story) => (
            <Leaving
              key={story.storyId}
              story={story}
              answeredAt={answeredAt}
              done={(words) => {
                setSaid(words);
                again();
              }}
            />
          ))}
          {said !== null && (
            <div class="leaving">
              <span>{said}</span>
              <button type="button" class="btn small" onClick={() => setSaid(null)}>
                {say('leaving.seen')}
              </button>
            </div>
          )}
        </Foot>
      )}
    </>
  );
}

// A little after the first of them was to leave: then it is known that it has.
function useAgainWhenGone(items: readonly LeavingStory[], againRef: { readonly current: () => void }): void {
  const soonest = items.length === 0 ? null : Math.min(...items.map((one) => one.leavesInSeconds));
  useEffect(() => {
    if (soonest === null) return;
    const timer = setTimeout(() => againRef.current(), (soonest + 3) * 1_000);
    return () => clearTimeout(timer);
  }, [items, soonest, againRef]);
}

/** What else stands at the foot of a page stands above it (`--foot`). */
function Foot({ children }: { children: ComponentChildren }) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => (bar.current ? keepHeight('--foot', bar.current) : undefined), []);
  return (
    <aside class="leaving-bar" aria-label={say('leaving.aria')} ref={bar}>
      {children}
    </aside>
  );
}

const secondsSince = (at: number): number => (Date.now() - at) / 1_000;

function Leaving({
  story,
  answeredAt,
  done,
}: {
  story: LeavingStory;
  answeredAt: number | null;
  done: (said: string) => void;
}) {
  const { run, busy, problem } = useAct();
  useTick(1);
  const since = answeredAt === null ? 0 : secondsSince(answeredAt);
  const left = Math.max(0, Math.ceil(story.leavesInSeconds - since));
  const stop = async () => {
    const answer = await run<{ items: CopyView[] }>('POST', `/stories/${story.storyId}/stops`, {});
    const kept = answer?.items.filter((copy) => copy.state === 'failed' && copy.problem === 'stopped') ?? [];
    if (answer) done(say('leaving.stopped', { names: namesSaid(kept.map((copy) => copy.channelName)) }));
  };
  const names = namesSaid(story.channelNames);
  return (
    <div class="leaving">
      <div>
        <b class="leaving-title">{story.title}</b>
        <span role="timer">
          {left > 0 ? say('leaving.in', { span: spanSaid(left), names }) : say('leaving.now', { names })}
        </span>
        {problem !== null && (
          <p class="hot" role="alert">
            {problem.message}
          </p>
        )}
      </div>
      <button
        type="button"
        class="btn danger"
        disabled={busy}
        aria-label={say('leaving.stop-of', { title: story.title })}
        onClick={() => void stop()}
      >
        {say('leaving.stop')}
      </button>
    </div>
  );
}
