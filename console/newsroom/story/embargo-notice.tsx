import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { scheduleTexts } from './schedule-texts.ts';

// Whoever writes waits for no form.
const LiftDialog = lazy(async () => ({ default: (await import('./lift-dialog.tsx')).LiftDialog }));

/** 消息源要求: stands above everything while it holds, for whoever opens the story; the desk lifts it with a reason. */
export function EmbargoNotice({ story }: { story: StoryView }) {
  const words = useWords(scheduleTexts).embargo;
  const times = useTimes();
  const [lifting, setLifting] = useState(false);
  const { embargo } = story;
  if (!embargo || Date.parse(embargo.until) <= times.now().valueOf()) return null;
  return (
    <p className="notice hot row apart">
      <span>
        <strong>{words.until(times.at(embargo.until))}</strong>{' '}
        {embargo.source === '' ? words.nobodySaid : words.by(embargo.source)}
      </span>
      {story.abilities.includes('story.lift-embargo') && (
        <Button size="small" onClick={() => setLifting(true)}>
          {words.lift}
        </Button>
      )}
      <Suspense>{lifting && <LiftDialog story={story} onClose={() => setLifting(false)} />}</Suspense>
    </p>
  );
}
