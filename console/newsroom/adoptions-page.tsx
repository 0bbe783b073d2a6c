import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Page } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { useWords } from '../kit/texts.ts';
import { useAddress } from '../kit/use-address.ts';
import { AdoptionFigures } from './adoption/adoption-figures.tsx';
import { AdoptionSheet } from './adoption/adoption-sheet.tsx';
import { adoptionTexts } from './adoption/adoption-texts.ts';
import { PointTables } from './adoption/point-tables.tsx';
import { StatementDialog } from './adoption/statement-dialog.tsx';

const views = ['sheet', 'figures', 'points'] as const;

/** 采用: the ledger as one person's sheet, as figures of places and sections, and the county's table of points. */
export function AdoptionsPage() {
  const words = useWords(adoptionTexts);
  const kit = useWords(kitTexts);
  const { params, choose } = useAddress();
  const mayState = useMaySomewhere('adoption.state');
  const [stating, setStating] = useState(false);
  // The desk looks at the whole first; a correspondent at their own.
  const first = useMaySomewhere('adoption.list') ? 'figures' : 'sheet';
  const view = views.find((one) => one === params.get('view')) ?? first;
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        <>
          <Segmented
            aria-label={kit.shownAs}
            value={view}
            onChange={(next) => choose({ view: next })}
            options={views.map((value) => ({ value, label: words.views[value] }))}
          />
          {mayState && <Button onClick={() => setStating(true)}>{words.statement.title}</Button>}
        </>
      }
    >
      {view === 'sheet' && <AdoptionSheet />}
      {view === 'figures' && <AdoptionFigures />}
      {view === 'points' && <PointTables />}
      {stating && <StatementDialog onClose={() => setStating(false)} />}
    </Page>
  );
}
