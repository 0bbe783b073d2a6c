import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { SectionView, sectionListView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { newsroomTexts } from './newsroom-texts.ts';
import { SectionDialog } from './sections/section-dialog.tsx';
import './sections/sections.css';

/** The paper's sections in the order in which readers see them: open one, name it, move it, close it. */
export function SectionsPage() {
  const { sections: words } = useWords(newsroomTexts);
  const mayArrange = useMaySomewhere('section.arrange');
  const [editing, setEditing] = useState<SectionView | 'new' | null>(null);
  const sections = useQuery({
    queryKey: ['sections', 'all'],
    queryFn: ({ signal }) => read<Answer<typeof sectionListView>>('/sections', {}, { signal }),
  });
  const open = mayArrange && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {words.open}
    </Button>
  );
  return (
    <Page title={words.title} meta={words.lead} actions={open}>
      <Loaded query={sections} rows={5}>
        {({ items }) =>
          items.length === 0 ? (
            <Quiet title={words.empty} hint={words.emptyHint}>
              {open}
            </Quiet>
          ) : (
            <ol className="sections">
              {items.map((section, at) => (
                <SectionRow
                  key={section.id}
                  section={section}
                  first={at === 0}
                  last={at === items.length - 1}
                  mayArrange={mayArrange}
                  onEdit={() => setEditing(section)}
                />
              ))}
            </ol>
          )
        }
      </Loaded>
      {editing && (
        <SectionDialog
          section={editing === 'new' ? null : editing}
          position={sections.data?.items.length ?? 0}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

function SectionRow({
  section,
  first,
  last,
  mayArrange,
  onEdit,
}: {
  section: SectionView;
  first: boolean;
  last: boolean;
  mayArrange: boolean;
  onEdit: () => void;
}) {
  const { sections: words } = useWords(newsroomTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run, busy } = useAct<SectionView>();
  const name = inWords(section.name, language);
  const change = async (body: object, said: string): Promise<void> => {
    if (!(await run('PATCH', `/sections/${section.id}`, body))) return;
    void message.success(said);
    await refresh();
  };
  const close = async (): Promise<void> => {
    const sure = { title: words.closeTitle(name), consequence: words.closeSure, act: words.close };
    if (section.ended) await change({ ended: false }, words.reopened);
    else if (await confirm(sure)) await change({ ended: true }, words.closed);
  };
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <li data-ended={section.ended}>
      <div className="section-names">
        <strong>{name}</strong> {section.name[other] && <span lang={other}>{section.name[other]}</span>}{' '}
        {section.ended && <Tag>{words.ended}</Tag>}
        <div className="second">
          {section.ended ? (
            <span className="num">/sections/{section.slug}</span>
          ) : (
            <a className="num" href={`/sections/${section.slug}`}>
              /sections/{section.slug}
            </a>
          )}
          {section.description[language] && ` · ${section.description[language]}`}
        </div>
      </div>
      {mayArrange && (
        <div className="row">
          <Button
            size="small"
            type="text"
            aria-label={words.up(name)}
            disabled={first || busy}
            onClick={() => void change({ position: section.position - 1 }, words.moved)}
          >
            ↑
          </Button>
          <Button
            size="small"
            type="text"
            aria-label={words.down(name)}
            disabled={last || busy}
            onClick={() => void change({ position: section.position + 1 }, words.moved)}
          >
            ↓
          </Button>
          <Button size="small" onClick={onEdit}>
            {words.change}
          </Button>
          <Button size="small" type="text" disabled={busy} onClick={() => void close()}>
            {section.ended ? words.reopen : words.close}
          </Button>
        </div>
      )}
    </li>
  );
}
