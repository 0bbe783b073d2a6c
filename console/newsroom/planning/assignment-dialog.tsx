import { App, DatePicker, Form, Input, Modal, Segmented, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type {
  AssignmentChangeRequest,
  AssignmentKindName,
  AssignmentView,
  IdeaLine,
  NewAssignmentRequest,
} from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { useCandidates } from './ask-dialog.tsx';
import { planningTexts } from './planning-texts.ts';

interface Typed {
  kind: AssignmentKindName;
  personId?: string | null;
  placeId?: string | null;
  startsAt?: Dayjs | null;
  dueAt?: Dayjs | null;
  note?: string;
}

/** Adds an assignment to an idea, or changes one on the version that was seen. Only the kind is needed. */
export function AssignmentDialog({
  idea,
  assignment,
  onClose,
}: {
  idea: IdeaLine;
  assignment: AssignmentView | null;
  onClose: () => void;
}) {
  const words = useWords(planningTexts);
  const kit = useWords(kitTexts);
  const zone = useMe().county.timeZone;
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const candidates = useCandidates(idea.id, assignment === null);
  const { run, busy } = useAct<AssignmentView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const wanted = {
      kind: typed.kind,
      placeId: typed.placeId ?? null,
      note: typed.note ?? '',
      startsAt: typed.startsAt ? fromCounty(typed.startsAt, zone) : null,
      dueAt: typed.dueAt ? fromCounty(typed.dueAt, zone) : null,
    };
    const saved = assignment
      ? await run('PATCH', `/assignments/${assignment.id}`, {
          ...wanted,
          version: assignment.version,
        } satisfies AssignmentChangeRequest)
      : await run('POST', `/ideas/${idea.id}/assignments`, {
          ...wanted,
          personId: typed.personId ?? null,
        } satisfies NewAssignmentRequest);
    if (!saved) return;
    void message.success(assignment ? words.saved : words.added);
    onClose();
    await refresh();
  };
  const at = (iso: string | null | undefined): Dayjs | null => (iso ? toCounty(iso, zone) : null);
  const picker = { showTime: { format: 'HH:mm' }, style: { width: '100%' } } as const;
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={assignment ? words.changeAssignment : words.add}
      width={480}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          kind: assignment?.kind ?? 'text',
          placeId: assignment?.place?.id ?? null,
          startsAt: at(assignment?.startsAt),
          dueAt: at(assignment?.dueAt),
          note: assignment?.note ?? '',
        }}
        onFinish={(typed) => void save(typed)}
      >
        <Form.Item name="kind" label={words.kind}>
          <Segmented
            aria-label={words.kind}
            options={(['text', 'picture', 'audio', 'video'] as const).map((value) => ({
              value,
              label: words.kinds[value],
            }))}
          />
        </Form.Item>
        {assignment === null && (
          <Form.Item
            name="personId"
            label={words.person}
            extra={candidates.none ? words.noCandidates : words.personHint}
          >
            <Select
              allowClear
              loading={candidates.pending}
              showSearch={{ optionFilterProp: 'label' }}
              options={candidates.options}
              placeholder={words.noOne}
            />
          </Form.Item>
        )}
        <div className="two-fields">
          <Form.Item name="startsAt" label={words.starts}>
            <DatePicker {...picker} />
          </Form.Item>
          <Form.Item name="dueAt" label={words.due}>
            <DatePicker {...picker} />
          </Form.Item>
        </div>
        <Form.Item name="placeId" label={words.place}>
          <PlacePicker allowClear placeholder={words.samePlace} />
        </Form.Item>
        <Form.Item name="note" label={words.noteLabel}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
        <SaveButton busy={busy}>{assignment ? kit.save : words.add}</SaveButton>
      </Form>
    </Modal>
  );
}
