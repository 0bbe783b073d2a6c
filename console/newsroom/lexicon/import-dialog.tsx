import { App, Form, Input, Modal } from 'antd';
import { useId, useMemo, useState } from 'react';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { lexiconTexts } from './lexicon-texts.ts';
import { readTable } from './read-table.ts';

const most = 1_000;

/** Takes a pasted table into the lexicon; says before what was understood and what was not. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(lexiconTexts);
  const name = useId();
  const { message } = App.useApp();
  const [pasted, setPasted] = useState('');
  const { terms, bad } = useMemo(() => readTable(pasted), [pasted]);
  const { run, busy } = useAct<{ added: number; changed: number; unchanged: number }>();
  const save = async (): Promise<void> => {
    const done = await run('POST', '/lexicon-imports', { items: terms });
    if (!done) return;
    void message.success(words.imported(done.added, done.changed, done.unchanged), 6);
    onClose();
    await refresh();
  };
  const tooMany = terms.length > most;
  return (
    <Modal open onCancel={onClose} footer={null} title={words.importTitle} width={560}>
      <Form layout="vertical" onFinish={() => void save()}>
        <Form.Item label={words.importLabel} htmlFor={name} extra={words.importHint}>
          <Input.TextArea
            id={name}
            value={pasted}
            autoFocus
            autoSize={{ minRows: 6, maxRows: 14 }}
            placeholder={'柳河镇水利站\t单位\t柳河水利所、柳河水利局'}
            onChange={(event) => setPasted(event.target.value)}
          />
        </Form.Item>
        {pasted.trim() !== '' && (
          <div className="stack tight" role="status" style={{ marginBottom: 16 }}>
            <p>{words.importRead(terms.length)}</p>
            {tooMany && <p className="notice due">{words.tooMany}</p>}
            {bad.slice(0, 5).map(({ line, why }) => (
              <p key={line} className="notice due">
                {words.importBad(line, words[why])}
              </p>
            ))}
          </div>
        )}
        <SaveButton busy={busy} disabled={terms.length === 0 || tooMany}>
          {words.importGo(terms.length)}
        </SaveButton>
      </Form>
    </Modal>
  );
}
