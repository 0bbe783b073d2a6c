import { App, Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PictureView, PicturesChangeView } from '@xiangyin/server/contract';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { mediaTexts } from './media-texts.ts';
import { dayWritten, KeywordsField, MachineChoice, RightsFields, WhereAndWhenFields } from './said-fields.tsx';
import type { MachineTyped, TypedFacts } from './said-fields.tsx';
import './picture-card.css';

interface Typed extends TypedFacts {
  addKeywords?: string[];
  machine?: MachineTyped;
  showsPeople?: 'yes' | 'no';
}
type Change = Readonly<Record<string, unknown>>;

// What was left empty stays as it is.
function changeOf({ takenOn, rightsUntil, machine, showsPeople, addKeywords, ...words }: Typed): Change {
  const given = Object.entries(words).filter(([, value]) => value !== undefined && value !== '');
  return {
    ...Object.fromEntries(given),
    ...(addKeywords && addKeywords.length > 0 ? { addKeywords } : {}),
    ...(takenOn ? { takenOn: dayWritten(takenOn) } : {}),
    ...(rightsUntil ? { rightsUntil: dayWritten(rightsUntil) } : {}),
    ...(showsPeople ? { showsPeople: showsPeople === 'yes' } : {}),
    ...(machine ? { machine: machine === 'no' ? null : machine } : {}),
  };
}

/** The same change of many pictures: what is to be said, then what would become of each, then what became of each. */
export function ChangeManyDialog({
  pictures: chosen,
  onClose,
  onDone,
}: {
  pictures: readonly PictureView[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const [change, setChange] = useState<Change>({});
  const [shown, setShown] = useState<PicturesChangeView | null>(null);
  const [done, setDone] = useState(false);
  const { run, busy } = useAct<PicturesChangeView>();
  const ask = (what: Change, preview: boolean): Promise<PicturesChangeView | undefined> =>
    run('POST', '/picture-changes', {
      pictures: chosen.map(({ hash, version }) => ({ hash, version })),
      change: what,
      preview,
    });
  const preview = async (typed: Typed): Promise<void> => {
    const what = changeOf(typed);
    if (Object.keys(what).length === 0) return void message.info(pictures.nothingTyped);
    const answer = await ask(what, true);
    if (!answer) return;
    setChange(what);
    setShown(answer);
  };
  const save = async (): Promise<void> => {
    const answer = await ask(change, false);
    if (!answer) return;
    setShown(answer);
    setDone(true);
    onDone();
  };
  const count = shown?.rows.filter((row) => row.outcome === 'changed').length ?? 0;
  return (
    <Modal open onCancel={onClose} footer={null} title={pictures.changeMany(chosen.length)} width={560}>
      <div hidden={shown !== null}>
        <ChangeForm busy={busy} onPreview={(typed) => void preview(typed)} />
      </div>
      {shown && (
        <>
          <p>{done ? pictures.changed(count) : pictures.wouldChange(count, shown.rows.length)}</p>
          <Rows rows={shown.rows} pictures={chosen} done={done} />
          <div className="row">
            {done ? (
              <Button type="primary" onClick={onClose}>
                {pictures.close}
              </Button>
            ) : (
              <>
                <Button type="primary" loading={busy} disabled={count === 0} onClick={() => void save()}>
                  {pictures.changeThem(count)}
                </Button>
                <Button onClick={() => setShown(null)}>{pictures.back}</Button>
              </>
            )}
          </div>
        </>
      )}
    </Modal>
  );
}

function ChangeForm({ busy, onPreview }: { busy: boolean; onPreview: (typed: Typed) => void }) {
  const { pictures } = useWords(mediaTexts);
  return (
    <Form layout="vertical" requiredMark={false} onFinish={onPreview}>
      <p className="meta picture-many-hint">{pictures.emptyStays}</p>
      <KeywordsField name="addKeywords" label={pictures.addKeywords} />
      <div className="two-fields">
        <WhereAndWhenFields />
        <RightsFields />
        <Form.Item name="machine" label={pictures.machine}>
          <MachineChoice allowClear />
        </Form.Item>
        <Form.Item name="showsPeople" label={pictures.people}>
          <Select
            allowClear
            options={[
              { value: 'yes', label: pictures.showsPeople },
              { value: 'no', label: pictures.showsNobody },
            ]}
          />
        </Form.Item>
      </div>
      <SaveButton busy={busy}>{pictures.preview}</SaveButton>
    </Form>
  );
}

function Rows({
  rows,
  pictures: chosen,
  done,
}: {
  rows: PicturesChangeView['rows'];
  pictures: readonly PictureView[];
  done: boolean;
}) {
  const { pictures } = useWords(mediaTexts);
  const fieldWords: Readonly<Record<string, string>> = {
    credit: pictures.credit,
    keywords: pictures.keywords,
    placeId: pictures.place,
    takenOn: pictures.taken,
    rightsHolder: pictures.holder,
    licence: pictures.licence,
    rightsUntil: pictures.until,
    machine: pictures.machine,
    showsPeople: pictures.people,
  };
  const codes: Readonly<Record<string, string>> = pictures.codes;
  const say = (row: PicturesChangeView['rows'][number]): string => {
    if (row.outcome === 'refused') return codes[row.code ?? ''] ?? pictures.codes.other;
    if (row.outcome === 'same') return pictures.same;
    const fields = row.fields.map((field) => fieldWords[field] ?? field).join(' · ');
    return done ? pictures.rowChanged(fields) : pictures.rowWould(fields);
  };
  return (
    <ul className="picture-rows">
      {rows.map((row) => {
        const picture = chosen.find((one) => one.hash === row.hash);
        return (
          <li key={row.hash}>
            <img src={picture?.card} alt="" width={64} height={48} />
            <span>
              {picture?.title || picture?.caption || picture?.alt || pictures.noAlt}
              <span className="meta">{say(row)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
