import { App, Button, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty, useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { storyChanged } from '../use-story.ts';
import { scheduleTexts } from './schedule-texts.ts';

/** Before which moment the source wants nothing published, and who that is. What binds more is sent as it is; to loosen what holds, the notice above asks for a reason. */
export function EmbargoField({ story }: { story: StoryView }) {
  const words = useWords(scheduleTexts).embargo;
  const times = useTimes();
  const zone = useMe().county.timeZone;
  const { message } = App.useApp();
  const { run, busy } = useAct<StoryView>();
  const held = story.embargo && Date.parse(story.embargo.until) > times.now().valueOf() ? story.embargo : null;
  const [until, setUntil] = useState<Dayjs | null>(held ? toCounty(held.until, zone) : null);
  const [source, setSource] = useState(held?.source ?? '');
  const set = async (): Promise<void> => {
    if (!until) return;
    const body = { until: fromCounty(until, zone), source: source.trim() };
    const after = await run('PUT', `/stories/${story.id}/embargo`, body);
    if (!after) return;
    void message.success(words.set);
    await storyChanged(after);
  };
  return (
    <Form.Item label={words.title} extra={words.hint}>
      <DatePicker
        aria-label={words.at}
        showTime={{ format: 'HH:mm' }}
        minDate={held ? toCounty(held.until, zone) : times.now()}
        allowClear={held === null}
        placeholder={words.at}
        style={{ width: '100%' }}
        value={until}
        onChange={setUntil}
      />
      {until && (
        <div className="row" style={{ marginTop: 8, flexWrap: 'nowrap' }}>
          <Input
            aria-label={words.source}
            placeholder={words.source}
            maxLength={120}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
          <Button loading={busy} onClick={() => void set()}>
            {words.save}
          </Button>
        </div>
      )}
    </Form.Item>
  );
}
