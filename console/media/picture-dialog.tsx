import { App, Form, Input, Modal } from 'antd';
import type { PictureView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { PlacePicker } from '../places/place-picker.tsx';
import { usePlaces } from '../places/use-places.ts';
import { FocusPicker } from './focus-picker.tsx';
import { mediaTexts } from './media-texts.ts';
import './picture-card.css';

interface Typed {
  focus: PictureView['focus'];
  alt: string;
  caption: string;
  credit: string;
  placeId?: string;
}

/** One picture as large as the window allows, with all that the library says of it; whoever may changes it here. */
export function PictureDialog({ picture, onClose }: { picture: PictureView; onClose: () => void }) {
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<PictureView>({ onProblem: (problem) => showInForm(form, problem) });
  const mayChange = picture.abilities.includes('picture.change');
  const save = async ({ placeId, ...typed }: Typed): Promise<void> => {
    const body = { version: picture.version, ...typed, placeId: placeId ?? null };
    const saved = await run('PATCH', `/pictures/${picture.hash}`, body);
    if (!saved) return;
    void message.success(pictures.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={pictures.words} width={720}>
      {mayChange ? (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ ...picture, placeId: picture.placeId ?? undefined }}
          onFinish={(typed) => void save(typed)}
        >
          <Form.Item name="focus" label={pictures.focus} extra={pictures.focusHint}>
            <FocusPicker picture={picture} />
          </Form.Item>
          <Form.Item name="alt" label={pictures.alt}>
            <Input.TextArea autoSize maxLength={500} />
          </Form.Item>
          <Form.Item name="caption" label={pictures.caption}>
            <Input.TextArea autoSize maxLength={500} />
          </Form.Item>
          <Form.Item name="credit" label={pictures.credit}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="placeId" label={pictures.place}>
            <PlacePicker allowClear />
          </Form.Item>
          <SaveButton busy={busy} />
        </Form>
      ) : (
        <img
          className="picture-whole"
          src={picture.src}
          {...(picture.srcset ? { srcSet: picture.srcset, sizes: '(max-width: 720px) 100vw, 680px' } : {})}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
        />
      )}
      <PictureFacts picture={picture} brief={mayChange} />
    </Modal>
  );
}

// `brief`: what the form above does not say.
function PictureFacts({ picture, brief }: { picture: PictureView; brief: boolean }) {
  const { pictures } = useWords(mediaTexts);
  const { longName } = usePlaces();
  const times = useTimes();
  const said: readonly (readonly [string, string])[] = [
    [pictures.alt, picture.alt || pictures.noAlt],
    [pictures.caption, picture.caption],
    [pictures.credit, picture.credit],
    [pictures.place, picture.placeId ? longName(picture.placeId) : ''],
  ];
  const facts: readonly (readonly [string, string])[] = [
    ...(brief ? [] : said),
    [pictures.stored, times.at(picture.madeAt)],
    [pictures.size, `${picture.width} × ${picture.height}`],
  ];
  return (
    <dl className="facts" style={{ marginTop: 16 }}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
