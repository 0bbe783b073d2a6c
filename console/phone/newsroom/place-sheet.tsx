import type { FrontView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { momentOfWall } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';
import { slotWords } from './front-slot.tsx';
import { StoryChoice } from './story-choice.tsx';

/** Puts a published story in a place of a front, from now or later, for a time or until somebody takes it away. */
export function PlaceSheet({
  front,
  slot,
  close,
  done,
}: {
  front: FrontView;
  slot: number;
  close: () => void;
  done: () => void;
}) {
  const [storyId, setStory] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const { run, busy, problem } = useAct();
  const section = front.section?.id;
  const place = async (): Promise<void> => {
    const placed = await run('POST', '/placements', {
      section: section ?? null,
      slot,
      storyId,
      ...(from === '' ? {} : { fromAt: momentOfWall(from) }),
      untilAt: until === '' ? null : momentOfWall(until),
    });
    if (placed) done();
  };
  return (
    <Sheet title={say('front.place.title', { slot: slotWords(slot) })} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void place();
        }}
      >
        <StoryChoice
          label={say('front.which')}
          query={{ publicState: 'published', sort: '-publishedAt', ...(section ? { section } : {}) }}
          fits={({ translationOf }) => translationOf === null}
          chosen={storyId}
          choose={({ id }) => setStory(id)}
        />
        <label class="field">
          <span>{say('front.from')}</span>
          <input type="datetime-local" value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)} />
        </label>
        <label class="field">
          <span>{say('front.until')}</span>
          <input type="datetime-local" value={until} onChange={({ currentTarget }) => setUntil(currentTarget.value)} />
        </label>
        <SheetEnd
          go={say('front.place')}
          close={close}
          busy={busy}
          ready={storyId !== null}
          problem={problem?.message ?? null}
        />
      </form>
    </Sheet>
  );
}
