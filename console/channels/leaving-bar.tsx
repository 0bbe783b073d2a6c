import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLayoutEffect, useRef } from 'react';
import type { LeavingCopies, LeavingStory } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { keepHeight } from '../kit/kept-height.ts';
import { useWords } from '../kit/texts.ts';
import { useTick } from '../kit/use-tick.ts';
import './leaving-bar.css';
import { leavingTexts } from './leaving-texts.ts';
import { useStop } from './use-stop.ts';

/** At the foot of every page, wherever a signature led its signer: what leaves in a moment and is beyond recall then, with the one stop. Nothing while nothing waits. */
export function LeavingBar() {
  const words = useWords(leavingTexts);
  // Asked anew after each act and for every change elsewhere; while something waits also by itself, as others may stop it and no event tells when it has left.
  const leaving = useQuery({
    queryKey: ['leaving-copies'],
    queryFn: ({ signal }) => read<LeavingCopies>('/me/leaving-copies', {}, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.items.length > 0 ? 5_000 : false),
  });
  const items = leaving.data?.items ?? [];
  return (
    <>
      {/* Said once to whoever does not see the bar; the seconds are not read out. */}
      <div role="status" className="visually-hidden">
        {items.map((story) => words.canStop(story.title, words.listed(story.channelNames))).join(' ')}
      </div>
      {items.length > 0 && (
        <Foot label={words.bar}>
          {items.map((story) => (
            <Line key={story.storyId} story={story} askedAt={leaving.dataUpdatedAt} />
          ))}
        </Foot>
      )}
    </>
  );
}

const secondsSince = (at: number): number => (Date.now() - at) / 1_000;

/** Other bars at the foot of a page stand above it (`--foot`). */
function Foot({ label, children }: { label: string; children: React.ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => (bar.current ? keepHeight('--foot', bar.current) : undefined), []);
  return (
    <aside className="leaving-bar" aria-label={label} ref={bar}>
      {children}
    </aside>
  );
}

function Line({ story, askedAt }: { story: LeavingStory; askedAt: number }) {
  const words = useWords(leavingTexts);
  const { stop, busy } = useStop();
  useTick(1_000);
  const left = Math.max(0, Math.ceil(story.leavesInSeconds - secondsSince(askedAt)));
  const names = words.listed(story.channelNames);
  return (
    <div className="leaving">
      <div>
        <strong>{story.title}</strong>{' '}
        <span role="timer" className="leaving-when">
          {words.leaves(left, names)}
        </span>
        <span className="leaving-why"> · {words.beyond}</span>
      </div>
      <Button danger loading={busy} aria-label={words.stopOf(story.title)} onClick={() => void stop(story.storyId)}>
        {words.stop}
      </Button>
    </div>
  );
}
