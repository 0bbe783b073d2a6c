import { App, Form, Modal, Select } from 'antd';
import type { TagView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { tagTexts } from './tag-texts.ts';
import { useTags } from './use-tags.ts';

/** Merges a tag into another for good, saying beforehand what becomes of its stories and its address. */
export function MergeTagDialog({ tag, onClose }: { tag: TagView; onClose: () => void }) {
  const words = useWords(tagTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const { options } = useTags();
  const { run, busy } = useAct<{ id: string }>();
  const merge = async ({ into }: { into: string }): Promise<void> => {
    if (!(await run('POST', `/tags/${tag.id}/merges`, { into }))) return void refresh();
    void message.success(words.merged);
    onClose();
    await refresh();
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={words.mergeTitle(inWords(tag.name, language))}
      width={440}
      destroyOnHidden
    >
      <Form layout="vertical" requiredMark={false} onFinish={(typed: { into: string }) => void merge(typed)}>
        <Form.Item
          name="into"
          label={words.mergeInto}
          extra={words.mergeHint(tag.stories)}
          rules={[{ required: true, message: words.mergeNeeded }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={options.filter(({ value }) => value !== tag.id)}
          />
        </Form.Item>
        <SaveButton busy={busy}>{words.merge}</SaveButton>
      </Form>
    </Modal>
  );
}
