import { App, Checkbox, Form, Modal } from 'antd';
import type { AssignmentKindName, IdeaView, NewRecurrence } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { planningTexts } from './planning-texts.ts';
import { readRule, writeRule, type RuleChoice } from './repeat-rule.ts';
import { repeatTexts } from './repeat-texts.ts';
import { RuleFields } from './rule-fields.tsx';

const kinds = ['text', 'picture', 'audio', 'video'] as const satisfies readonly AssignmentKindName[];

/** Makes an idea the first of a row of dates. */
export function RepeatDialog({ idea, day, onClose }: { idea: IdeaView; day: string; onClose: () => void }) {
  const words = useWords(repeatTexts);
  const plan = useWords(planningTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ rule: RuleChoice; kinds: AssignmentKindName[] }>();
  const { run, busy } = useAct<IdeaView>({ onProblem: (problem) => showInForm(form, problem) });
  const begin = async (typed: { rule: RuleChoice; kinds: AssignmentKindName[] }): Promise<void> => {
    const body: NewRecurrence = { version: idea.version, rule: writeRule(typed.rule), kinds: typed.kinds };
    if (!(await run('POST', `/ideas/${idea.id}/recurrences`, body))) return;
    void message.success(words.begun);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.title} width={480} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ rule: readRule('', day), kinds: [] }}
        onFinish={() => void begin(form.getFieldsValue(true) as { rule: RuleChoice; kinds: AssignmentKindName[] })}
      >
        <Form.Item>
          <span className="meta">{words.hint}</span>
        </Form.Item>
        <RuleFields day={day} />
        <Form.Item name="kinds" label={words.kinds} extra={words.kindsHint}>
          <Checkbox.Group className="even" options={kinds.map((value) => ({ value, label: plan.kinds[value] }))} />
        </Form.Item>
        <SaveButton busy={busy}>{words.begin}</SaveButton>
      </Form>
    </Modal>
  );
}
