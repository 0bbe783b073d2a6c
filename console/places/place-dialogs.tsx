import { App, DatePicker, Form, Input, InputNumber, Modal, Select, type FormInstance } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import type { PlaceView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { givenWords, type TypedWords } from '../kit/given-words.ts';
import { WordsFields } from '../kit/words-fields.tsx';
import { PlacePicker } from './place-picker.tsx';
import { placesTexts } from './places-texts.ts';
import { usePlaces } from './use-places.ts';

interface Typed {
  name: TypedWords;
  code?: string;
  localCode?: string;
  level: string;
  population?: number | null;
  validFrom: Dayjs;
  parentId: string;
  reason: string;
  validTo: Dayjs;
}

const day = (picked: Dayjs): string => picked.format('YYYY-MM-DD');

/** Adds a place below another. */
export function NewPlaceDialog({ parentId, onClose }: { parentId: string; onClose: () => void }) {
  const words = useWords(placesTexts);
  const { levels } = usePlaces();
  const needed = [{ required: true, message: words.needed }];
  return (
    <PlaceDialog
      title={words.add}
      initial={{ parentId }}
      onClose={onClose}
      send={(run, typed) =>
        run('POST', '/places', {
          parentId: typed.parentId,
          level: typed.level,
          ...(typed.code ? { code: typed.code } : {}),
          ...(typed.localCode ? { localCode: typed.localCode } : {}),
          name: givenWords(typed.name),
          validFrom: day(typed.validFrom),
          ...(typed.population ? { population: typed.population } : {}),
        })
      }
    >
      <Form.Item name="parentId" label={words.above} rules={needed}>
        <PlacePicker />
      </Form.Item>
      <Form.Item name="level" label={words.level} rules={needed}>
        <Select options={levels.map((level) => ({ value: level.level, label: level.name }))} />
      </Form.Item>
      <NameFields />
      <Form.Item name="validFrom" label={words.validFrom} rules={needed}>
        <DatePicker />
      </Form.Item>
    </PlaceDialog>
  );
}

/** Changes name, codes and facts. */
export function ChangePlaceDialog({ place, onClose }: { place: PlaceView; onClose: () => void }) {
  const words = useWords(placesTexts);
  return (
    <PlaceDialog
      title={words.change}
      initial={{
        name: place.name,
        code: place.code ?? '',
        localCode: place.localCode ?? '',
        population: place.population,
      }}
      onClose={onClose}
      send={(run, typed) =>
        run('PATCH', `/places/${place.id}`, {
          revision: place.revision,
          name: givenWords(typed.name),
          code: typed.code || null,
          localCode: typed.localCode || null,
          population: typed.population ?? null,
        })
      }
    >
      <NameFields />
    </PlaceDialog>
  );
}

/** Moves a place with all below it. */
export function MovePlaceDialog({ place, onClose }: { place: PlaceView; onClose: () => void }) {
  const words = useWords(placesTexts);
  const needed = [{ required: true, message: words.needed }];
  return (
    <PlaceDialog
      title={words.move}
      initial={{ code: place.code ?? '', localCode: place.localCode ?? '' }}
      onClose={onClose}
      send={(run, typed) =>
        run('POST', `/places/${place.id}/moves`, {
          revision: place.revision,
          parentId: typed.parentId,
          code: typed.code || null,
          localCode: typed.localCode || null,
          reason: typed.reason,
        })
      }
    >
      <p className="meta">{words.moveHint}</p>
      <Form.Item name="parentId" label={words.moveTo} rules={needed}>
        <PlacePicker />
      </Form.Item>
      <CodeFields hint={words.newCodeHint} />
      <Form.Item name="reason" label={words.reason} rules={needed}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </PlaceDialog>
  );
}

/** Says that a place is no more. */
export function EndPlaceDialog({ place, onClose }: { place: PlaceView; onClose: () => void }) {
  const words = useWords(placesTexts);
  const needed = [{ required: true, message: words.needed }];
  return (
    <PlaceDialog
      title={words.end}
      initial={{}}
      onClose={onClose}
      send={(run, typed) =>
        run('POST', `/places/${place.id}/endings`, {
          revision: place.revision,
          validTo: day(typed.validTo),
          reason: typed.reason,
        })
      }
    >
      <p className="meta">{words.endHint}</p>
      <Form.Item name="validTo" label={words.lastDay} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={needed}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </PlaceDialog>
  );
}

function NameFields() {
  const words = useWords(placesTexts);
  return (
    <>
      <WordsFields label={words.name} needed={words.needed} />
      <CodeFields />
      <Form.Item name="population" label={words.people}>
        <InputNumber min={0} style={{ width: 160 }} />
      </Form.Item>
    </>
  );
}

function CodeFields({ hint }: { hint?: string }) {
  const words = useWords(placesTexts);
  return (
    <>
      <Form.Item name="code" label={words.code} extra={hint}>
        <Input maxLength={12} className="num" inputMode="numeric" />
      </Form.Item>
      <Form.Item name="localCode" label={words.localCode}>
        <Input maxLength={31} className="num" />
      </Form.Item>
    </>
  );
}

type Run = ReturnType<typeof useAct<PlaceView>>['run'];

function PlaceDialog({
  title,
  initial,
  send,
  onClose,
  children,
}: {
  title: string;
  initial: Partial<Typed>;
  send: (run: Run, typed: Typed) => Promise<PlaceView | undefined>;
  onClose: () => void;
  children: ReactNode;
}) {
  const [form]: [FormInstance<Typed>] = Form.useForm<Typed>();
  const { message } = App.useApp();
  const kit = useWords(kitTexts);
  const { run, busy } = useAct<PlaceView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    if (!(await send(run, typed))) return;
    void message.success(kit.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={title} width={440}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(typed) => void save(typed)}
      >
        {children}
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
