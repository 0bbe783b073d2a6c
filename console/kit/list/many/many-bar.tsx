import { Button } from 'antd';
import { useState } from 'react';
import { kitTexts } from '../../kit-texts.ts';
import { useWords } from '../../texts.ts';
import { ManyDialog } from './many-dialog.tsx';
import type { Many, ManyAct } from './many-spec.ts';
import type { Ticked } from './use-ticked.ts';
import './many.css';

/** What can be done to the ticked rows, at the foot of the window while some are. */
export function ManyBar<Row>({ many, ticked }: { many: Many<Row>; ticked: Ticked<Row> }) {
  const words = useWords(kitTexts).many;
  const [doing, setDoing] = useState<{ act: ManyAct<Row>; rows: readonly Row[] } | null>(null);
  const { rows } = ticked;
  const acts = many.acts.filter((act) => rows.some((row) => act.fits(row)));
  return (
    <>
      {rows.length > 0 && (
        <div className="many-bar" role="region" aria-label={words.bar}>
          <strong role="status">{words.count(rows.length)}</strong>
          {acts.map((act) => (
            <Button key={act.key} onClick={() => setDoing({ act, rows })}>
              {act.label}
            </Button>
          ))}
          {acts.length === 0 && <span className="meta">{words.nothing}</span>}
          <Button type="text" className="none" onClick={() => ticked.pick(false)}>
            {words.none}
          </Button>
        </div>
      )}
      {doing && (
        <ManyDialog
          many={many}
          act={doing.act}
          rows={doing.rows}
          onDone={() => ticked.pick(false)}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}
