import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { countyNow, momentOfWall, wallOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';

type Way = 'now' | 'at' | 'held';

/** When the text is published once it is signed; of one signed off, publishing at once is an act of its own. */
export function ScheduleSheet({ story, close, done }: { story: StoryView; close: () => void; done: () => void }) {
  const isSignedOff = story.state === 'signed_off';
  const [way, setWay] = useState<Way>(() =>
    story.publishAt ? 'at' : story.publishHeld || isSignedOff ? 'held' : 'now',
  );
  const [wall, setWall] = useState(() => (story.publishAt ? wallOf(story.publishAt) : ''));
  const { run, busy, problem } = useAct();
  const set = async (): Promise<void> => {
    const publishAt = way === 'at' ? momentOfWall(wall) : null;
    if (await run('PUT', `/stories/${story.id}/schedule`, { publishAt, held: way === 'held' })) done();
  };
  const ways: readonly Way[] = isSignedOff ? ['at', 'held'] : ['now', 'at', 'held'];
  return (
    <Sheet title={say('schedule.title')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <fieldset class="check-list">
          <legend class="meta">{say('schedule.how')}</legend>
          {ways.map((one) => (
            <label key={one}>
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />{' '}
              {say(`schedule.way.${one}`)}
            </label>
          ))}
        </fieldset>
        {way === 'at' && (
          <label class="field">
            <span>{say('schedule.at')}</span>
            <input
              type="datetime-local"
              required
              min={wallOf(new Date(countyNow()).toISOString())}
              value={wall}
              onChange={({ currentTarget }) => setWall(currentTarget.value)}
            />
          </label>
        )}
        <SheetEnd
          go={say('schedule.do')}
          close={close}
          busy={busy}
          ready={way !== 'at' || wall !== ''}
          problem={problem ? (problem.fields[0]?.message ?? problem.message) : null}
        />
      </form>
    </Sheet>
  );
}
