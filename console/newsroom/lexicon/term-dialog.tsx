import { App, Form, Input, Modal, Select } from 'antd';
import type { LexiconTermView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { lexiconTexts } from './lexicon-texts.ts';

interface Typed {
  term: string;
  kind: LexiconTermView['kind'];
  wrongForms?: string;
  note?: string;
}

/** Adds a term to the lexicon, or changes one. */
export function TermDialog({ term, onClose }: { term: LexiconTermView | null; onClose: () => void }) {
  const words = useWords(lexiconTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const kind = Form.useWatch('kind', form);
  const { run, busy } = useAct<LexiconTermView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const body = { term: typed.term, kind: typed.kind, wrongForms: linesOf(typed.wrongForms), note: typed.note ?? '' };
    const saved = term
      ? await run('PATCH', `/lexicon-terms/${term.id}`, { ...body, version: term.version })
      : await run('POST', '/lexicon-terms', body);
    if (!saved) return;
    void message.success(words.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={term ? words.change : words.add} width={440}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          term: term?.term,
          kind: term?.kind ?? 'organisation',
          wrongForms: term?.wrongForms.join('\n'),
          note: term?.note,
        }}
        onFinish={(typed) => void save(typed)}
      >
        <Form.Item
          name="term"
          label={words.term}
          rules={[{ required: true, whitespace: true, min: 2, message: words.needed }]}
        >
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="kind" label={words.kind} extra={kind === 'person' ? words.personHint : undefined}>
          <Select
            options={(['organisation', 'person', 'place', 'term'] as const).map((value) => ({
              value,
              label: words.kinds[value],
            }))}
          />
        </Form.Item>
        <Form.Item
          name="wrongForms"
          label={words.wrongForms}
          extra={words.wrongHint}
          rules={[
            {
              validator: (_, value?: string) =>
                linesOf(value).every((line) => line.length >= 2)
                  ? Promise.resolve()
                  : Promise.reject(new Error(words.tooShort)),
            },
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} />
        </Form.Item>
        <Form.Item name="note" label={words.note}>
          <Input maxLength={200} placeholder={words.noteHint} />
        </Form.Item>
        <SaveButton busy={busy}>{term ? kit.save : words.add}</SaveButton>
      </Form>
    </Modal>
  );
}

const linesOf = (text = ''): string[] =>
  text
    .split(/[\n、；;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
