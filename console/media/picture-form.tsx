import { App, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { PictureView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { PlacePicker } from '../places/place-picker.tsx';
import { FocusPicker } from './focus-picker.tsx';
import { mediaTexts } from './media-texts.ts';

interface Typed {
  focus: PictureView['focus'];
  title: string;
  alt: string;
  caption: string;
  credit: string;
  keywords: string[];
  placeId?: string | null;
  takenOn: Dayjs | null;
  rightsHolder: string;
  licence: string;
  source: string;
  rightsUntil: Dayjs | null;
  machine?: 'made' | 'changed' | null;
  showsPeople: boolean;
}

const day = (text: string | null): Dayjs | null => (text === null ? null : dayjs(text));
const written = (at: Dayjs | null): string | null => at?.format('YYYY-MM-DD') ?? null;

/** All that the library says of a picture, to be changed on the version that was seen. Nothing of it is required. */
export function PictureForm({ picture }: { picture: PictureView }) {
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<PictureView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const saved = await run('PATCH', `/pictures/${picture.hash}`, {
      ...typed,
      version: picture.version,
      placeId: typed.placeId ?? null,
      takenOn: written(typed.takenOn),
      rightsUntil: written(typed.rightsUntil),
      machine: typed.machine ?? null,
    });
    if (!saved) return;
    void message.success(pictures.saved);
    await refresh();
  };
  return (
    <Form
      key={picture.version}
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        ...picture,
        takenOn: day(picture.takenOn),
        rightsUntil: day(picture.rightsUntil),
      }}
      onFinish={(typed) => void save(typed)}
    >
      <Form.Item name="focus" label={pictures.focus} extra={pictures.focusHint}>
        <FocusPicker picture={picture} />
      </Form.Item>
      <Form.Item name="title" label={pictures.name}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="alt" label={pictures.alt}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      <Form.Item name="caption" label={pictures.caption}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      <Form.Item name="keywords" label={pictures.keywords}>
        <Select mode="tags" maxCount={30} tokenSeparators={[',', '，', '、', ' ']} open={false} suffixIcon={null} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name="placeId" label={pictures.place}>
          <PlacePicker allowClear />
        </Form.Item>
        <Form.Item name="takenOn" label={pictures.taken}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <h2 className="form-part">{pictures.rights}</h2>
      <div className="two-fields">
        <Form.Item name="credit" label={pictures.credit}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="rightsHolder" label={pictures.holder}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="licence" label={pictures.licence}>
          <Input maxLength={500} placeholder={pictures.licenceHint} />
        </Form.Item>
        <Form.Item name="rightsUntil" label={pictures.until}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="source" label={pictures.source} extra={pictures.sourceHint}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="machine" label={pictures.machine} extra={pictures.machineHint}>
        <MachineChoice />
      </Form.Item>
      <Form.Item name="showsPeople" valuePropName="checked" label={pictures.people} extra={pictures.peopleHint}>
        <Checkbox>{pictures.showsPeople}</Checkbox>
      </Form.Item>
      <SaveButton busy={busy} />
    </Form>
  );
}

/** Whether a machine made or changed a picture. Fits a form's `Form.Item`. */
export function MachineChoice({
  value,
  onChange,
}: {
  value?: 'made' | 'changed' | null;
  onChange?: (value: 'made' | 'changed' | null) => void;
}) {
  const { pictures } = useWords(mediaTexts);
  return (
    <Select<'no' | 'made' | 'changed'>
      value={value ?? 'no'}
      onChange={(chosen) => onChange?.(chosen === 'no' ? null : chosen)}
      options={[
        { value: 'no', label: pictures.notMachine },
        { value: 'made', label: pictures.machines.made },
        { value: 'changed', label: pictures.machines.changed },
      ]}
    />
  );
}
