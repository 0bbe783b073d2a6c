import { App, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import type { ImportPreview, ImportRows, MadeImport, UndoneImport } from '@xiangyin/server/contract';
import { listed, useLanguage } from '../kit/language.ts';
import { refresh } from '../kit/queries.ts';
import { useWords, wordsIn } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { ImportRowsTable } from './import-rows.tsx';
import { importTexts } from './import-texts.ts';
import './import.css';

interface Seen {
  readonly rows: ImportRows;
  readonly preview: ImportPreview;
}

/** Brings in a list of people from a file, which is read here in the browser: first what it would do, line by line; then it is done, and can be undone for a while. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(importTexts);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [made, setMade] = useState<MadeImport | null>(null);
  return (
    <Modal open onCancel={onClose} footer={null} title={words.title} width={720} destroyOnHidden>
      {made ? (
        <Made made={made} onClose={onClose} />
      ) : seen ? (
        <Preview seen={seen} onBack={() => setSeen(null)} onMade={setMade} />
      ) : (
        <Choose onSeen={setSeen} />
      )}
    </Modal>
  );
}

function Choose({ onSeen }: { onSeen: (seen: Seen) => void }) {
  const words = useWords(importTexts);
  // By its heads a column is known, in our own two languages.
  const { heads } = wordsIn(importTexts, useLanguage());
  const { message } = App.useApp();
  const [reading, setReading] = useState(false);
  const look = useAct<ImportPreview>();
  const take = async (file: File): Promise<void> => {
    setReading(true);
    const rows = await rowsOf(file);
    setReading(false);
    if (typeof rows === 'string') return void message.error(words[rows], 6);
    const preview = await look.run('POST', '/people-import-previews', { rows });
    if (preview) onSeen({ rows, preview });
  };
  return (
    <div className="stack">
      <p>{words.lead}</p>
      <p className="meta">{words.kinds}</p>
      <div className="row">
        <Upload
          accept=".xlsx,.csv,text/csv"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file);
            return false;
          }}
        >
          <Button type="primary" loading={reading || look.busy}>
            {words.choose}
          </Button>
        </Upload>
        <Button href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${heads}\r\n`)}`} download="people.csv">
          {words.template}
        </Button>
      </div>
    </div>
  );
}

// The reader comes with its first use. What the API would not take is said before it is sent.
async function rowsOf(file: File): Promise<ImportRows | 'unreadable' | 'tooLarge'> {
  const { readSheet, SheetFault } = await import('@xiangyin/document/from-sheet');
  try {
    const rows = await readSheet(new Uint8Array(await file.arrayBuffer()));
    if (rows.length < 2) return 'unreadable';
    if (rows.length > 1001 || rows.some(({ cells }) => cells.length > 40)) return 'tooLarge';
    return rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, 500)) }));
  } catch (error) {
    if (error instanceof SheetFault) return error.kind;
    throw error;
  }
}

function Preview({
  seen: { rows, preview },
  onBack,
  onMade,
}: {
  seen: Seen;
  onBack: () => void;
  onMade: (made: MadeImport) => void;
}) {
  const words = useWords(importTexts);
  const of = (verdict: string) => preview.items.filter((item) => item.verdict === verdict);
  const [lines, setLines] = useState<readonly number[]>(() => of('new').map(({ line }) => line));
  const { run, busy } = useAct<MadeImport>();
  const make = async (): Promise<void> => {
    const made = await run('POST', '/people-imports', { rows, lines });
    if (!made) return;
    onMade(made);
    await refresh();
  };
  const ignored = preview.columns.filter(({ as, head }) => as === null && head !== '').map(({ head }) => head);
  return (
    <div className="stack">
      <p>{words.counts(of('new').length, of('same').length, of('conflict').length, of('wrong').length)}</p>
      {ignored.length > 0 && <p className="notice due">{words.ignored(listed(ignored))}</p>}
      {of('wrong').length > 0 && <p className="meta">{words.wrongStay}</p>}
      <ImportRowsTable items={preview.items} lines={lines} onLines={setLines} />
      <div className="row">
        <Button type="primary" disabled={lines.length === 0} loading={busy} onClick={() => void make()}>
          {words.make(lines.length)}
        </Button>
        <Button onClick={onBack}>{words.another}</Button>
      </div>
    </div>
  );
}

function Made({ made, onClose }: { made: MadeImport; onClose: () => void }) {
  const words = useWords(importTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<UndoneImport>();
  const undo = async (): Promise<void> => {
    const undone = await run('POST', `/people-imports/${made.id}/undo`, {});
    if (!undone) return;
    void message.success(words.undone(undone.gone, undone.kept));
    onClose();
    await refresh();
  };
  return (
    <div className="stack">
      <p role="status">{words.made(made.made)}</p>
      <p className="meta">{words.undoHint}</p>
      <div className="row">
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
        <Button loading={busy} onClick={() => void undo()}>
          {words.undo}
        </Button>
      </div>
    </div>
  );
}
