import { useQuery } from '@tanstack/react-query';
import { App, Form, Modal, Select } from 'antd';
import type { assignableList, AssignmentView, IdeaLine } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { planningTexts } from './planning-texts.ts';

/** Whom an assignment of an idea can be given to, oneself among them. */
export function useCandidates(ideaId: string, enabled: boolean) {
  const found = useQuery({
    queryKey: ['ideas', ideaId, 'candidates'],
    enabled,
    queryFn: ({ signal }) => read<Answer<typeof assignableList>>(`/ideas/${ideaId}/candidates`, {}, { signal }),
  });
  return {
    options: (found.data?.items ?? []).map((person) => ({ value: person.id, label: person.name })),
    none: found.data !== undefined && found.data.items.length === 0,
    pending: found.isPending,
  };
}

/** Asks a person to do an assignment; naming oneself takes it. */
export function AskDialog({
  idea,
  assignment,
  onClose,
}: {
  idea: Pick<IdeaLine, 'id' | 'title'>;
  assignment: AssignmentView;
  onClose: () => void;
}) {
  const words = useWords(planningTexts);
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ personId: string }>();
  const candidates = useCandidates(idea.id, true);
  const { run, busy } = useAct<AssignmentView>({ onProblem: (problem) => showInForm(form, problem) });
  const ask = async ({ personId }: { personId: string }): Promise<void> => {
    const own = personId === me.personId && assignment.moves.includes('accepted');
    const asked = own
      ? await run('POST', `/assignments/${assignment.id}/acceptances`, {})
      : await run('POST', `/assignments/${assignment.id}/requests`, { personId, version: assignment.version });
    if (!asked) return void refresh();
    void message.success(own ? words.moved(idea.title, words.states[asked.state]) : words.asked);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.askTitle(idea.title)} width={420} destroyOnHidden>
      {candidates.none ? (
        <p>{words.noCandidates}</p>
      ) : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void ask(typed)}>
          <Form.Item
            name="personId"
            label={words.person}
            extra={words.personHint}
            rules={[{ required: true, message: words.needed.person }]}
          >
            <Select
              autoFocus
              loading={candidates.pending}
              showSearch={{ optionFilterProp: 'label' }}
              options={candidates.options.filter(
                ({ value }) => value !== assignment.person?.id || assignment.state === 'declined',
              )}
            />
          </Form.Item>
          <SaveButton busy={busy}>{words.ask}</SaveButton>
        </Form>
      )}
    </Modal>
  );
}
