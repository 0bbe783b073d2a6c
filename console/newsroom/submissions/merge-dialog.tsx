import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { storyListView, SubmissionView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { submissionTexts } from './submission-texts.ts';

interface Chosen {
  readonly storyId: string;
  readonly append: boolean;
}

/** Joins a submission to another story, saying what happens to both. */
export function MergeDialog({ submission, onClose }: { submission: SubmissionView; onClose: () => void }) {
  const words = useWords(submissionTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<SubmissionView>();
  const merge = async (chosen: Chosen): Promise<void> => {
    if (!(await run('POST', `/submissions/${submission.id}/merges`, chosen))) return;
    void message.success(words.merged);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.merge}>
      <p style={{ marginBottom: 16 }}>{words.mergeWill(submission.title || words.untitled)}</p>
      <Form<Chosen>
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ append: true }}
        onFinish={(chosen) => void merge(chosen)}
      >
        <Form.Item name="storyId" label={words.mergeInto} rules={[{ required: true, message: words.mergeNeeded }]}>
          <StoryPicker except={submission.id} />
        </Form.Item>
        <Form.Item name="append" valuePropName="checked" extra={words.appendHint}>
          <Checkbox>{words.append}</Checkbox>
        </Form.Item>
        <SaveButton busy={busy}>{words.mergeGo}</SaveButton>
      </Form>
    </Modal>
  );
}

function StoryPicker({
  id,
  value,
  onChange,
  except,
}: {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  except: string;
}) {
  const words = useWords(submissionTexts);
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['list', 'stories', 'merge', search],
    queryFn: ({ signal }) =>
      read<Answer<typeof storyListView>>(
        '/stories',
        { limit: 20, ...(search.trim() ? { q: search.trim() } : {}) },
        { signal },
      ),
  });
  const options = (found.data?.items ?? [])
    .filter((one) => one.id !== except && one.state !== 'discarded' && one.state !== 'rejected')
    .map((one) => ({ value: one.id, label: `${one.title || words.untitled} · ${one.author.name}` }));
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      options={options}
      placeholder={words.mergeFind}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(chosen: string | null) => chosen && onChange?.(chosen)}
    />
  );
}
