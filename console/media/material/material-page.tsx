import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { useParams } from 'react-router';
import type { MaterialView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { usePlaces } from '../../places/use-places.ts';
import { ConsentsPart } from '../consent/consents-part.tsx';
import { mediaTexts } from '../media-texts.ts';
import { RemoveItem } from '../remove-item.tsx';
import { SaidFacts } from '../said-facts.tsx';
import {
  saidTyped,
  saidWritten,
  KeywordsField,
  MachineChoice,
  RightsFields,
  WhereAndWhenFields,
} from '../said-fields.tsx';
import type { MachineTyped, TypedFacts } from '../said-fields.tsx';
import { SaidTags } from '../said-tags.tsx';
import { sizeOf } from '../upload/size.ts';
import { UsesPart } from '../uses-part.tsx';
import { FilmPicker } from './film-picker.tsx';
import { lengthOf } from './length.ts';
import { MaterialState } from './material-state.tsx';
import { materialTexts } from './material-texts.ts';
import { Player } from './player.tsx';
import { SubtitlesPart } from './subtitles-part.tsx';
import '../picture-card.css';
import './material.css';

interface Typed extends TypedFacts {
  title: string;
  caption: string;
  keywords: string[];
  transcript?: string;
  describedBy?: string | null;
  source: string;
  machine: MachineTyped;
  showsPeople: boolean;
}

/** One material with all that the library says of it, and where it is used; whoever may changes it here. */
export function MaterialPage() {
  const words = useWords(materialTexts);
  const { id = '' } = useParams();
  const material = useMaterial(id);
  const one = material.data;
  return (
    <Page
      title={one ? one.title || one.name : words.one}
      crumb={{ to: '/materials', text: words.crumb }}
      meta={one && <SaidTags said={one} />}
      actions={one && <Acts material={one} mayChange={one.abilities.includes('material.change')} />}
    >
      <Loaded query={material}>{(shown) => <Shown material={shown} />}</Loaded>
    </Page>
  );
}

function Shown({ material }: { material: MaterialView }) {
  const mayChange = material.abilities.includes('material.change');
  const path = `/materials/${material.id}`;
  return (
    <div className="split">
      <div className="stack">
        {material.kind !== 'document' && material.state === 'ready' && <Player material={material} />}
        {material.kind !== 'document' && material.state !== 'ready' && <MaterialState material={material} full />}
        {mayChange ? <MaterialForm material={material} /> : <MaterialFacts material={material} brief={false} />}
      </div>
      <div className="stack">
        <UsesPart path={path} />
        {mayChange && <ConsentsPart of="material" path={path} />}
        {mayChange && <MaterialFacts material={material} brief />}
      </div>
    </div>
  );
}

/** All that the library says of a material, to be changed on the version that was seen. Nothing of it is required. */
function MaterialForm({ material }: { material: MaterialView }) {
  const words = useWords(materialTexts);
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<MaterialView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const saved = await run('PATCH', `/materials/${material.id}`, {
      ...saidWritten(typed),
      // What the form does not show it leaves alone; a choice that was taken away is none.
      ...(material.kind === 'video' ? { describedBy: typed.describedBy ?? null } : {}),
      version: material.version,
    });
    if (!saved) return;
    void message.success(words.saved);
    await refresh();
  };
  return (
    <Form
      key={material.version}
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={saidTyped(material)}
      onFinish={(typed) => void save(typed)}
    >
      <Form.Item name="title" label={words.name}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="caption" label={words.caption}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      {material.kind !== 'document' && (
        <Form.Item name="transcript" label={words.transcript} extra={words.transcriptHint}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={20_000} />
        </Form.Item>
      )}
      {material.kind === 'video' && (
        <Form.Item name="describedBy" label={words.described} extra={words.describedHint}>
          <FilmPicker except={material.hash} />
        </Form.Item>
      )}
      {material.kind !== 'document' && <SubtitlesPart material={material} />}
      <KeywordsField name="keywords" label={pictures.keywords} />
      <div className="two-fields">
        <WhereAndWhenFields taken={words.taken[material.kind]} />
      </div>
      <h2 className="form-part">{pictures.rights}</h2>
      <div className="two-fields">
        <RightsFields credit={words.credit} />
      </div>
      <Form.Item name="source" label={pictures.source} extra={words.sourceHint}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="machine" label={pictures.machine} extra={words.machineHint}>
        <MachineChoice />
      </Form.Item>
      <Form.Item name="showsPeople" valuePropName="checked" label={words.people} extra={words.peopleHint}>
        <Checkbox>{words.showsPeople}</Checkbox>
      </Form.Item>
      <SaveButton busy={busy} />
    </Form>
  );
}

// While it is converted it changes by itself.
const useMaterial = (id: string) =>
  useQuery({
    queryKey: ['materials', id],
    queryFn: ({ signal }) => read<MaterialView>(`/materials/${id}`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 2_000 : false),
  });

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
    <>
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
      <RemoveItem of="material" path={`/materials/${material.id}`} abilities={material.abilities} />
    </>
  );
}

// `brief`: what the form above does not say.
function MaterialFacts({ material, brief }: { material: MaterialView; brief: boolean }) {
  const words = useWords(materialTexts);
  const { pictures } = useWords(mediaTexts);
  const times = useTimes();
  const { longName } = usePlaces();
  const said: readonly (readonly [string, string])[] = [
    [words.name, material.title],
    [words.caption, material.caption],
    [words.credit, material.credit],
    [words.transcript, material.transcript],
    [pictures.keywords, material.keywords.join(' · ')],
    [words.place, material.placeId ? longName(material.placeId) : ''],
    [words.taken[material.kind], material.takenOn ?? ''],
    [pictures.holder, material.rightsHolder],
    [pictures.licence, material.licence],
    [pictures.source, material.source],
    [pictures.until, material.rightsUntil ?? ''],
    [pictures.machine, material.machine ? pictures.machines[material.machine] : ''],
  ];
  const facts: readonly (readonly [string, string])[] = [
    ...(brief ? [] : said),
    [words.file, material.name],
    [words.size, sizeOf(material.bytes)],
    [words.length, material.durationMilliseconds === null ? '' : lengthOf(material.durationMilliseconds)],
    [words.picture, material.width === null ? '' : `${material.width} × ${material.height ?? 0}`],
    [words.stored, times.at(material.madeAt)],
  ];
  return <SaidFacts facts={facts} />;
}
