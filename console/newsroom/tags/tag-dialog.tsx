import { App, Form, Modal } from 'antd';
import type { TagView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { givenWords, type TypedWords } from '../../kit/given-words.ts';
import { WordsFields } from '../../kit/words-fields.tsx';
import { tagTexts } from './tag-texts.ts';

interface Typed {
  name: TypedWords;
  description?: TypedWords;
}

/** Adds a tag, or names it anew everywhere at once. Its address is fixed. */
export function TagDialog({ tag, onClose }: { tag: TagView | null; onClose: () => void }) {
  const words = useWords(tagTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<{ id: string }>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const body = { name: givenWords(typed.name), description: givenWords(typed.description) };
    const saved = tag
      ? await run('PATCH', `/tags/${tag.id}`, { ...body, version: tag.version })
      : await run('POST', '/tags', body);
    if (!saved) return void refresh();
    void message.success(tag ? words.saved : words.added);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={tag ? words.changeTitle : words.add} width={460}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: tag?.name, description: tag?.description }}
        onFinish={(typed) => void save(typed)}
      >
        <WordsFields label={words.name} needed={words.nameNeeded} maxLength={40} />
        <WordsFields name="description" label={words.about} maxLength={200} />
        <SaveButton busy={busy}>{tag ? kit.save : words.add}</SaveButton>
      </Form>
    </Modal>
  );
}
