import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import type { MaterialView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { usePlaces } from '../../places/use-places.ts';
import { sizeOf } from '../upload/size.ts';
import { lengthOf } from './length.ts';
import { MaterialState } from './material-state.tsx';
import { materialTexts } from './material-texts.ts';
import { Player } from './player.tsx';
import { SubtitlesPart } from './subtitles-part.tsx';
import './material.css';

interface Typed {
  title: string;
  caption: string;
  credit: string;
  transcript?: string;
  placeId?: string;
}

/** One material with all that the library says of it; whoever may changes it here. */
export function MaterialDialog({ material: listed, onClose }: { material: MaterialView; onClose: () => void }) {
  const material = useFresh(listed);
  const words = useWords(materialTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<MaterialView>({ onProblem: (problem) => showInForm(form, problem) });
  const mayChange = material.abilities.includes('material.change');
  const save = async ({ placeId, ...typed }: Typed): Promise<void> => {
    const body = { version: material.version, ...typed, placeId: placeId ?? null };
    if (!(await run('PATCH', `/materials/${material.id}`, body))) return;
    void message.success(words.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.one} width={720}>
      {material.kind !== 'document' && material.state === 'ready' && <Player material={material} />}
      {material.kind !== 'document' && material.state !== 'ready' && <MaterialState material={material} full />}
      <Acts material={material} mayChange={mayChange} />
      {mayChange && (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ ...material, placeId: material.placeId ?? undefined }}
          onFinish={(typed) => void save(typed)}
        >
          <Form.Item name="title" label={words.name}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="caption" label={words.caption}>
            <Input.TextArea autoSize maxLength={500} />
          </Form.Item>
          <Form.Item name="credit" label={words.credit}>
            <Input maxLength={500} />
          </Form.Item>
          {material.kind !== 'document' && (
            <Form.Item name="transcript" label={words.transcript} extra={words.transcriptHint}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={20_000} />
            </Form.Item>
          )}
          <Form.Item name="placeId" label={words.place}>
            <PlacePicker allowClear />
          </Form.Item>
          {material.kind !== 'document' && <SubtitlesPart material={material} />}
          <SaveButton busy={busy} />
        </Form>
      )}
      <MaterialFacts material={material} brief={mayChange} />
    </Modal>
  );
}

// While it is converted it changes by itself.
function useFresh(listed: MaterialView): MaterialView {
  const fresh = useQuery({
    queryKey: ['materials', listed.id],
    queryFn: ({ signal }) => read<MaterialView>(`/materials/${listed.id}`, {}, { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? listed) ? 2_000 : false),
  });
  return fresh.data ?? listed;
}

/** Whether it changes without anybody's doing. */
export const isUnderWay = ({ state }: MaterialView): boolean => state === 'waiting' || state === 'converting';

function Acts({ material, mayChange }: { material: MaterialView; mayChange: boolean }) {
  const words = useWords(materialTexts);
  const { run, busy } = useAct<MaterialView>();
  const change = async (method: 'PUT' | 'DELETE'): Promise<void> => {
    await run(method, `/materials/${material.id}/conversion`);
    await refresh();
  };
  return (
    <div className="material-acts">
      {material.href && (
        <Button href={material.href} download>
          {words.take}
        </Button>
      )}
      {mayChange && isUnderWay(material) && (
        <Button loading={busy} onClick={() => void change('DELETE')}>
          {words.stop}
        </Button>
      )}
      {mayChange && (material.state === 'failed' || material.state === 'stopped') && (
        <Button loading={busy} onClick={() => void change('PUT')}>
          {words.again}
        </Button>
      )}
      {material.kind !== 'document' && (
        <Button href={`/api/v1/materials/${material.id}/original`} download title={words.originalHint}>
          {words.original}
        </Button>
      )}
    </div>
  );
}

// `brief`: what the form above does not say.
function MaterialFacts({ material, brief }: { material: MaterialView; brief: boolean }) {
  const words = useWords(materialTexts);
  const times = useTimes();
  const { longName } = usePlaces();
  const said: readonly (readonly [string, string])[] = [
    [words.name, material.title],
    [words.caption, material.caption],
    [words.credit, material.credit],
    [words.transcript, material.transcript],
    [words.place, material.placeId ? longName(material.placeId) : ''],
  ];
  const facts: readonly (readonly [string, string])[] = [
    ...(brief ? [] : said),
    [words.file, material.name],
    [words.size, sizeOf(material.bytes)],
    [words.length, material.durationMilliseconds === null ? '' : lengthOf(material.durationMilliseconds)],
    [words.picture, material.width === null ? '' : `${material.width} × ${material.height ?? 0}`],
    [words.stored, times.at(material.madeAt)],
  ];
  return (
    <dl className="facts" style={{ marginTop: 16 }}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
