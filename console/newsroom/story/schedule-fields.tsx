import { App, DatePicker, Form, Segmented } from 'antd';
import { useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty, useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { scheduleTexts } from './schedule-texts.ts';
import { storyChanged } from '../use-story.ts';

type Way = 'now' | 'at' | 'held';
const ways = ['now', 'at', 'held'] as const;

const wayOf = (story: StoryView): Way => (story.publishHeld ? 'held' : story.publishAt ? 'at' : 'now');

/** When the text is published once it is signed. Each choice is sent when it is made; of a text signed off, publishing at once is an act of its own. */
export function ScheduleFields({ story }: { story: StoryView }) {
  const words = useWords(scheduleTexts);
  const times = useTimes();
  const zone = useMe().county.timeZone;
  const { message } = App.useApp();
  const { run, busy } = useAct<StoryView>();
  const [choosing, setChoosing] = useState(false);
  const signedOff = story.state === 'signed_off';
  const way = choosing ? 'at' : wayOf(story);
  const set = async (publishAt: string | null, held: boolean): Promise<void> => {
    const after = await run('PUT', `/stories/${story.id}/schedule`, { publishAt, held });
    if (!after) return;
    setChoosing(false);
    void message.success(words.set);
    await storyChanged(after);
  };
  const choose = (next: Way): void => {
    if (next === 'at') setChoosing(true);
    else void set(null, next === 'held');
  };
  return (
    <Form.Item label={words.title} extra={way === 'at' ? words.atHint : way === 'held' ? words.heldHint : undefined}>
      <Segmented<Way>
        block
        aria-label={words.title}
        disabled={busy}
        value={way}
        options={ways
          .filter((one) => one !== 'now' || !signedOff)
          .map((value) => ({ value, label: words.ways[value] }))}
        onChange={choose}
      />
      {way === 'at' && (
        <DatePicker
          aria-label={words.at}
          showTime={{ format: 'HH:mm' }}
          minDate={times.now()}
          placeholder={words.at}
          style={{ width: '100%', marginTop: 8 }}
          value={story.publishAt ? toCounty(story.publishAt, zone) : null}
          onChange={(at) => void (at ? set(fromCounty(at, zone), false) : set(null, signedOff))}
        />
      )}
    </Form.Item>
  );
}
