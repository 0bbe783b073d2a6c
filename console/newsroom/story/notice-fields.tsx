import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Select } from 'antd';
import { useId, useState } from 'react';
import type { storyChange, storyListView, StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer, Sent } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { writingTexts } from '../editor/writing-texts.ts';
import { newStoryTexts } from '../new-story-texts.ts';
import { useStory } from '../use-story.ts';

/** Until when a notice holds, and which one takes its place. Each change is sent when it is made. */
export function NoticeFields({ story, set }: { story: StoryView; set: (change: Sent<typeof storyChange>) => void }) {
  const writing = useWords(writingTexts);
  const fresh = useWords(newStoryTexts);
  const zone = useMe().county.timeZone;
  const names = useId();
  return (
    <>
      <Form.Item label={fresh.validUntil} htmlFor={`${names}until`} extra={fresh.noticeHint}>
        <DatePicker
          id={`${names}until`}
          showTime={{ format: 'HH:mm' }}
          style={{ width: '100%' }}
          value={story.validUntil ? toCounty(story.validUntil, zone) : null}
          onChange={(at) => set({ validUntil: at ? fromCounty(at, zone) : null })}
        />
      </Form.Item>
      <Form.Item label={writing.successor} htmlFor={`${names}successor`} extra={writing.successorHint}>
        <SuccessorPicker id={`${names}successor`} story={story} onChange={(successorId) => set({ successorId })} />
      </Form.Item>
    </>
  );
}

function SuccessorPicker({
  id,
  story,
  onChange,
}: {
  id: string;
  story: StoryView;
  onChange: (id: string | null) => void;
}) {
  const words = useWords(newsroomTexts);
  const writing = useWords(writingTexts);
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['list', 'stories', 'successors', search],
    queryFn: ({ signal }) =>
      read<Answer<typeof storyListView>>(
        '/stories',
        { kind: 'notice', language: story.language, limit: 20, ...(search.trim() ? { q: search.trim() } : {}) },
        { signal },
      ),
  });
  const present = useStory(story.successorId ?? story.id).data;
  const options = (found.data?.items ?? [])
    .filter((one) => one.id !== story.id && one.state !== 'discarded')
    .map((one) => ({ value: one.id, label: one.title || words.untitled }));
  if (present && present.id === story.successorId && !options.some((one) => one.value === present.id))
    options.unshift({ value: present.id, label: present.title || words.untitled });
  return (
    <Select
      id={id}
      allowClear
      value={story.successorId}
      options={options}
      placeholder={writing.successorFind}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(value: string | undefined) => onChange(value ?? null)}
    />
  );
}
