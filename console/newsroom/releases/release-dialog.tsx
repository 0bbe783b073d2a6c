import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReleaseView, storyListView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty, useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { releaseTexts } from './release-texts.ts';

interface Typed {
  name: string;
  at?: Dayjs | null;
  leaveBehind: boolean;
  storyIds: string[];
}

const inWork = ['draft', 'returned', 'first_review', 'second_review', 'final_review', 'urgent_review', 'signed_off'];

/** Plans what goes out together, or changes it: name, moment, stories, and what happens to those not signed. */
export function ReleaseDialog({ release, onClose }: { release: ReleaseView | null; onClose: () => void }) {
  const words = useWords(releaseTexts);
  const kit = useWords(kitTexts);
  const newsroom = useWords(newsroomTexts);
  const times = useTimes();
  const zone = useMe().county.timeZone;
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [q, setQ] = useState('');
  const { run, busy } = useAct<ReleaseView>();
  const stories = useQuery({
    queryKey: ['stories', 'to-release', q],
    queryFn: ({ signal }) =>
      read<Answer<typeof storyListView>>('/stories', { limit: 50, ...(q === '' ? {} : { q }) }, { signal }),
  });
  const known = new Map((release?.stories ?? []).map((one) => [one.id, one.title]));
  for (const story of stories.data?.items ?? [])
    if (inWork.includes(story.state) && !story.releaseId) known.set(story.id, story.title);
  const save = async ({ name, at, leaveBehind, storyIds }: Typed): Promise<void> => {
    const body = { name, releaseAt: at ? fromCounty(at, zone) : null, leaveBehind, storyIds };
    const saved = release
      ? await run('PUT', `/releases/${release.id}`, { ...body, version: release.version })
      : await run('POST', '/releases', body);
    if (!saved) return;
    void message.success(release ? words.saved : words.planned);
    onClose();
    await refresh();
    if (!release) void navigate(`/releases/${saved.id}`);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={release ? words.change : words.plan} width={520}>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          name: release?.name,
          at: release?.releaseAt ? toCounty(release.releaseAt, zone) : null,
          leaveBehind: release?.leaveBehind ?? false,
          storyIds: release?.stories.map((one) => one.id) ?? [],
        }}
        onFinish={(typed) => void save(typed)}
      >
        <Form.Item
          name="name"
          label={words.name}
          extra={words.nameHint}
          rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}
        >
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="storyIds" label={words.stories} rules={[{ required: true, message: words.needed }]}>
          <Select
            mode="multiple"
            placeholder={words.findStories}
            showSearch={{ filterOption: false, onSearch: (typed) => setQ(typed.trim()) }}
            loading={stories.isFetching}
            options={[...known].map(([value, title]) => ({ value, label: title || newsroom.untitled }))}
          />
        </Form.Item>
        <Form.Item name="at" label={words.when} extra={words.nowHint}>
          <DatePicker
            showTime={{ format: 'HH:mm' }}
            minDate={times.now()}
            placeholder={words.atTime}
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item name="leaveBehind" valuePropName="checked" extra={words.leaveBehindHint}>
          <Checkbox>{words.leaveBehind}</Checkbox>
        </Form.Item>
        <SaveButton busy={busy}>{release ? kit.save : words.plan}</SaveButton>
      </Form>
    </Modal>
  );
}
