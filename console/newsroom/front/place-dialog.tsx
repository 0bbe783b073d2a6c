import { useQuery } from '@tanstack/react-query';
import { App, DatePicker, Form, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { storyListView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { frontChanged, type Front } from './front-answer.ts';
import { frontTexts } from './front-texts.ts';

interface Typed {
  storyId: string;
  fromAt?: Dayjs | null;
  untilAt?: Dayjs | null;
}

/** Puts a published story in a place, from one time to another. */
export function PlaceDialog({ front, slot, onClose }: { front: Front; slot: number; onClose: () => void }) {
  const words = useWords(frontTexts);
  const { message } = App.useApp();
  const zone = useMe().county.timeZone;
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<Front>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async ({ storyId, fromAt, untilAt }: Typed): Promise<void> => {
    const after = await run('POST', '/placements', {
      section: front.section?.id ?? null,
      slot,
      storyId,
      ...(fromAt ? { fromAt: fromCounty(fromAt, zone) } : {}),
      untilAt: untilAt ? fromCounty(untilAt, zone) : null,
    });
    if (!after) return;
    void message.success(after.coming.length > front.coming.length ? words.placedLater : words.placed);
    frontChanged(after);
    onClose();
  };
  const time = { showTime: { format: 'HH:mm' }, style: { width: '100%' } } as const;
  return (
    <Modal open onCancel={onClose} footer={null} title={words.placeTitle(words.slot(slot))} width={480}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void save(typed)}>
        <Form.Item
          name="storyId"
          label={words.story}
          extra={words.storyHint}
          rules={[{ required: true, message: words.needed }]}
        >
          <StoryPicker section={front.section?.id} />
        </Form.Item>
        <Form.Item name="fromAt" label={words.from} extra={words.fromHint}>
          <DatePicker {...time} />
        </Form.Item>
        <Form.Item name="untilAt" label={words.till} extra={words.tillHint}>
          <DatePicker {...time} />
        </Form.Item>
        <SaveButton busy={busy}>{words.place}</SaveButton>
      </Form>
    </Modal>
  );
}

function StoryPicker({
  id,
  section,
  value,
  onChange,
}: {
  id?: string;
  section: string | undefined;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const words = useWords(frontTexts);
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['list', 'stories', 'to-place', section, search],
    queryFn: ({ signal }) =>
      read<Answer<typeof storyListView>>(
        '/stories',
        { publicState: 'published', sort: '-publishedAt', section, limit: 30, q: search.trim() || undefined },
        { signal },
      ),
  });
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      placeholder={words.find}
      options={(found.data?.items ?? [])
        .filter((one) => one.translationOf === null)
        .map((one) => ({ value: one.id, label: one.title }))}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(chosen: string) => onChange?.(chosen)}
    />
  );
}
