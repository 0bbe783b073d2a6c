import { App, Checkbox, Form, Input } from 'antd';
import type { PictureView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { FocusPicker } from './focus-picker.tsx';
import { mediaTexts } from './media-texts.ts';
import {
  saidTyped,
  saidWritten,
  KeywordsField,
  MachineChoice,
  RightsFields,
  WhereAndWhenFields,
} from './said-fields.tsx';
import type { MachineTyped, TypedFacts } from './said-fields.tsx';

interface Typed extends TypedFacts {
  focus: PictureView['focus'];
  title: string;
  alt: string;
  caption: string;
  keywords: string[];
  source: string;
  machine: MachineTyped;
  showsPeople: boolean;
}

/** All that the library says of a picture, to be changed on the version that was seen. Nothing of it is required. */
export function PictureForm({ picture }: { picture: PictureView }) {
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<PictureView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const saved = await run('PATCH', `/pictures/${picture.hash}`, {
      ...saidWritten(typed),
      version: picture.version,
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
      initialValues={saidTyped(picture)}
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
      <KeywordsField name="keywords" label={pictures.keywords} />
      <div className="two-fields">
        <WhereAndWhenFields />
      </div>
      <h2 className="form-part">{pictures.rights}</h2>
      <div className="two-fields">
        <RightsFields />
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
