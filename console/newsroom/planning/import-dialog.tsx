import { App, Button, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import type { CalendarImport, calendarImported, CalendarPreview } from '@xiangyin/server/contract';
import { usePlaceHere } from '../../kit/here.ts';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { hasEffect, ImportLines } from './import-lines.tsx';
import type { EventLine } from './import-lines.tsx';
import { planningTexts } from './planning-texts.ts';

/** The most rows that one request takes. */
const atOnce = 100;

interface Refused {
  readonly title: string;
  readonly why: string;
}

/** Brings a calendar file in: first what each of its events would do here, then the chosen ones do it. The same file again does nothing; a later one moves, changes and drops what it brought before. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { importing: words } = useWords(planningTexts);
  const here = usePlaceHere();
  const { message } = App.useApp();
  const [ics, setIcs] = useState('');
  const [found, setFound] = useState<CalendarPreview['items'] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const look = useAct<CalendarPreview>();
  const bring = useAct<Answer<typeof calendarImported>>();
  const preview = async (text: string): Promise<void> => {
    setIcs(text);
    const seen = await look.run('POST', '/calendar-previews', { ics: text });
    if (!seen) return;
    setFound(seen.items);
    setChosen(new Set(seen.items.filter((one) => hasEffect(one) && one.effect !== 'conflict').map(({ id }) => id)));
  };
  const make = async (lines: readonly EventLine[]): Promise<void> => {
    const kept: Refused[] = [];
    for (let from = 0; from < lines.length; from += atOnce) {
      const acts = lines.slice(from, from + atOnce).map(({ id, version }) => ({ id, version }));
      const body: CalendarImport = { ics, acts, ...(here ? { placeIds: [here] } : {}) };
      const answer = await bring.run('POST', '/calendar-imports', body);
      if (!answer) return;
      for (const { id, done, title } of answer.items)
        if (!done) kept.push({ title: lines.find((one) => one.id === id)?.title ?? '', why: title ?? '' });
    }
    if (lines.length > kept.length) void message.success(words.made(lines.length - kept.length));
    await refresh();
    if (kept.length === 0) return onClose();
    setRefused(kept);
    await preview(ics);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.title} width={620} destroyOnHidden>
      {found === null ? (
        <div className="stack">
          <Upload
            accept=".ics,text/calendar"
            showUploadList={false}
            beforeUpload={(file) => {
              if (file.size > 500_000) void message.error(words.tooLarge);
              else void file.text().then(preview);
              return false;
            }}
          >
            <Button type="primary" loading={look.busy}>
              {words.file}
            </Button>
          </Upload>
          <label className="stack tight">
            <span className="meta">{words.paste}</span>
            <Input.TextArea
              value={ics}
              autoSize={{ minRows: 3, maxRows: 8 }}
              onChange={(event) => setIcs(event.target.value)}
            />
          </label>
          <Button disabled={ics.trim() === ''} loading={look.busy} onClick={() => void preview(ics)}>
            {words.look}
          </Button>
        </div>
      ) : (
        <div className="stack">
          {refused.length > 0 && <NotDone refused={refused} />}
          <ImportLines items={found} chosen={chosen} onChosen={setChosen} />
          {found.some(hasEffect) && (
            <Button
              type="primary"
              disabled={chosen.size === 0}
              loading={bring.busy}
              onClick={() => void make(found.filter(({ id }) => chosen.has(id)))}
            >
              {words.make(chosen.size)}
            </Button>
          )}
        </div>
      )}
    </Modal>
  );
}

function NotDone({ refused }: { refused: readonly Refused[] }) {
  const { importing: words } = useWords(planningTexts);
  return (
    <div role="alert">
      <strong>{words.refused(refused.length)}</strong>
      <ul>
        {refused.map(({ title, why }) => (
          <li key={title}>
            {title}: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}
