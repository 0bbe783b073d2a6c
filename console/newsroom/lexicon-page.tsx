import { App, Button } from 'antd';
import { useState } from 'react';
import type { LexiconTermView } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { LinkButton } from '../kit/link-button.tsx';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { ImportDialog } from './lexicon/import-dialog.tsx';
import { LexiconRenewal } from './lexicon/lexicon-renewal.tsx';
import { lexiconTexts } from './lexicon/lexicon-texts.ts';
import { TermDialog } from './lexicon/term-dialog.tsx';

/** The names and terms as this county writes them, with the forms they are mistaken for. */
export function LexiconPage() {
  const words = useWords(lexiconTexts);
  const times = useTimes();
  const mayWrite = useMaySomewhere('lexicon.write');
  const [editing, setEditing] = useState<LexiconTermView | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const add = mayWrite && (
    <>
      <Button onClick={() => setImporting(true)}>{words.import}</Button>
      <Button type="primary" onClick={() => setEditing('new')}>
        {words.add}
      </Button>
    </>
  );
  const standing = (term: LexiconTermView): string => (term.ended ? words.ended : words.living);
  const spec: ListSpec<LexiconTermView> = {
    name: 'lexicon',
    path: '/lexicon-terms',
    local: {
      // The whole county writes a name alike.
      isHere: null,
      matches: (term, search, chosen) =>
        (chosen('ended') === '' || term.ended === (chosen('ended') === 'true')) &&
        (chosen('kind') === '' || term.kind === chosen('kind')) &&
        [term.term, ...term.wrongForms, term.note].some((text) => text.toLowerCase().includes(search.toLowerCase())),
    },
    searchHint: words.search,
    filters: [
      {
        param: 'kind',
        label: words.kind,
        options: (['person', 'place', 'organisation', 'term'] as const).map((value) => ({
          value,
          label: words.kinds[value],
        })),
      },
      {
        param: 'ended',
        label: words.state,
        options: [
          { value: 'false', label: words.living },
          { value: 'true', label: words.ended },
        ],
      },
    ],
    rowKey: (term) => term.id,
    ...(mayWrite ? { onOpen: setEditing } : {}),
    columns: [
      {
        key: 'term',
        title: words.term,
        text: (term) => term.term,
        cell: (term) => (
          <>
            <strong>{term.term}</strong>
            {term.note !== '' && <div className="second">{term.note}</div>}
          </>
        ),
      },
      { key: 'kind', title: words.kind, narrow: true, text: (term) => words.kinds[term.kind] },
      { key: 'wrong', title: words.wrongForms, named: true, text: (term) => term.wrongForms.join(words.comma) },
      { key: 'note', title: words.note, exported: true, text: (term) => term.note },
      {
        key: 'changed',
        title: words.changed,
        text: (term) => `${term.changedBy.name} ${times.on(term.changedAt)}`,
        cell: (term) => (
          <>
            {term.changedBy.name}
            <div className="second">{times.on(term.changedAt)}</div>
          </>
        ),
        sortBy: (term) => term.changedAt,
      },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: standing,
        cell: (term) => <Tag tone={term.ended ? 'plain' : 'ok'}>{standing(term)}</Tag>,
      },
    ],
    action: (term) => mayWrite && <TermActs term={term} onEdit={() => setEditing(term)} />,
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {add && <div className="row">{add}</div>}
      </Quiet>
    ),
  };
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        <>
          <LinkButton to="/checks">{words.checks}</LinkButton>
          {add}
        </>
      }
    >
      <p className="meta">{words.publicOffice}</p>
      <LexiconRenewal />
      <RecordList spec={spec} />
      {editing && <TermDialog term={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </Page>
  );
}

function TermActs({ term, onEdit }: { term: LexiconTermView; onEdit: () => void }) {
  const words = useWords(lexiconTexts);
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run, busy } = useAct<LexiconTermView>();
  const end = async (): Promise<void> => {
    const sure = { title: words.endTitle(term.term), consequence: words.endSure, act: words.end };
    if (!term.ended && !(await confirm(sure))) return;
    if (!(await run('PATCH', `/lexicon-terms/${term.id}`, { version: term.version, ended: !term.ended }))) return;
    void message.success(words.saved);
    await refresh();
  };
  return (
    <>
      <Button size="small" onClick={onEdit}>
        {words.change}
      </Button>
      <Button size="small" type="text" disabled={busy} onClick={() => void end()}>
        {term.ended ? words.resume : words.end}
      </Button>
    </>
  );
}
