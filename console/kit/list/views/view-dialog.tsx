import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import type { SavedView } from '@xiangyin/server/contract';
import { act as send } from '../../api.ts';
import { showInForm } from '../../form-problems.ts';
import { kitTexts } from '../../kit-texts.ts';
import { SaveButton } from '../../save-button.tsx';
import { useWords } from '../../texts.ts';
import { useAct } from '../../use-act.ts';
import type { Views } from './use-views.ts';

interface Typed {
  name: string;
  audience: string;
  first?: boolean;
}

/** Keeps what the list shows under a name, or changes name and readers of a view that is there. */
export function ViewDialog({
  list,
  views,
  view,
  onClose,
}: {
  list: string;
  views: Views;
  view: SavedView | null;
  onClose: () => void;
}) {
  const words = useWords(kitTexts).views;
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<{ id: string }>({ onProblem: (problem) => showInForm(form, problem) });
  const own = view?.audience ? [{ ...view.audience }] : [];
  const audiences = [
    ...views.audiences,
    ...own.filter((one) => !views.audiences.some((other) => keyOf(other) === keyOf(one))),
  ];
  const save = async ({ name, audience, first }: Typed): Promise<void> => {
    const wanted = { name, audience: readersOf(audience) };
    const kept = view
      ? await run('PATCH', `/views/${view.id}`, { ...wanted, version: view.version })
      : await run('POST', '/views', { ...wanted, list, search: views.search });
    if (!kept) return void views.reload();
    if (first) await send('PUT', '/first-views', { list, viewId: kept.id });
    void message.success(words.kept);
    await views.reload();
    if (!view) views.open({ id: kept.id, search: views.search });
    onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={view ? words.change : words.keep} width={420} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: view?.name ?? '', audience: keyOf(view?.audience ?? null), first: false }}
        onFinish={(typed) => void save(typed)}
      >
        <Form.Item
          name="name"
          label={words.name}
          rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}
        >
          <Input autoFocus maxLength={24} placeholder={words.nameHint} />
        </Form.Item>
        <Form.Item name="audience" label={words.audience} extra={words.audienceHint}>
          <Select
            options={[
              { value: '', label: words.mine },
              ...audiences.map((one) => ({ value: keyOf(one), label: words.colleagues(one.name) })),
            ]}
          />
        </Form.Item>
        {!view && (
          <Form.Item name="first" valuePropName="checked">
            <Checkbox>{words.first}</Checkbox>
          </Form.Item>
        )}
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}

type Readers = { placeId: string; unitId: string | null } | null;

const keyOf = (readers: Readers): string => (readers ? `${readers.placeId} ${readers.unitId ?? ''}` : '');

function readersOf(key: string): Readers {
  const [placeId = '', unitId = ''] = key.split(' ');
  return placeId === '' ? null : { placeId, unitId: unitId === '' ? null : unitId };
}
