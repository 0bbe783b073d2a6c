import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { SectionView, sectionListView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { sectionsTexts } from './sections/sections-texts.ts';
import { SectionDialog } from './sections/section-dialog.tsx';

/** The paper's sections in the order in which readers see them: open one, name it, move it, close it. */
export function SectionsPage() {
  const words = useWords(sectionsTexts);
  const language = useLanguage();
  const mayArrange = useMaySomewhere('section.arrange');
  const [editing, setEditing] = useState<SectionView | 'new' | null>(null);
  const sections = useQuery({
    queryKey: ['sections', 'all'],
    queryFn: ({ signal }) => read<Answer<typeof sectionListView>>('/sections', {}, { signal }),
  });
  const all = sections.data?.items ?? [];
  const open = mayArrange && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {words.open}
    </Button>
  );
  const standing = (section: SectionView): string => (section.ended ? words.ended : words.running);
  const spec: ListSpec<SectionView> = {
    name: 'sections',
    path: '/sections',
    local: {
      // A section takes stories from everywhere.
      isHere: null,
      matches: (section, search, chosen) =>
        (chosen('ended') === '' || section.ended === (chosen('ended') === 'true')) &&
        [section.slug, ...Object.values(section.name)].some((text) =>
          text?.toLowerCase().includes(search.toLowerCase()),
        ),
    },
    searchHint: words.search,
    filters: [
      {
        param: 'ended',
        label: words.state,
        options: [
          { value: 'false', label: words.running },
          { value: 'true', label: words.ended },
        ],
      },
    ],
    rowKey: (section) => section.id,
    ...(mayArrange ? { onOpen: setEditing } : {}),
    columns: [
      {
        key: 'name',
        title: words.name,
        text: (section) => inWords(section.name, language),
        cell: (section) => <SectionCell section={section} />,
      },
      {
        key: 'about',
        title: words.about,
        exported: true,
        text: (section) => inWords(section.description, language),
      },
      { key: 'slug', title: words.slug, exported: true, text: (section) => `/sections/${section.slug}` },
      {
        key: 'position',
        title: words.position,
        named: true,
        narrow: true,
        text: (section) => String(all.findIndex(({ id }) => id === section.id) + 1),
        sortBy: (section) => section.position,
      },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: standing,
        cell: (section) => <Tag tone={section.ended ? 'plain' : 'ok'}>{standing(section)}</Tag>,
      },
    ],
    action: (section) =>
      mayArrange && (
        <SectionActs
          section={section}
          first={section.id === all[0]?.id}
          last={section.id === all.at(-1)?.id}
          onEdit={() => setEditing(section)}
        />
      ),
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {open}
      </Quiet>
    ),
  };
  return (
    <Page title={words.title} meta={words.lead} actions={open}>
      <RecordList spec={spec} />
      {editing && (
        <SectionDialog
          section={editing === 'new' ? null : editing}
          position={all.length}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

function SectionCell({ section }: { section: SectionView }) {
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const address = <span className="num">/sections/{section.slug}</span>;
  return (
    <>
      <strong>{inWords(section.name, language)}</strong>{' '}
      {section.name[other] && (
        <span className="second" lang={other}>
          {section.name[other]}
        </span>
      )}
      <div className="second">
        {section.ended ? address : <a href={`/sections/${section.slug}`}>{address}</a>}
        {section.description[language] && ` · ${section.description[language]}`}
      </div>
    </>
  );
}

function SectionActs({
  section,
  first,
  last,
  onEdit,
}: {
  section: SectionView;
  first: boolean;
  last: boolean;
  onEdit: () => void;
}) {
  const words = useWords(sectionsTexts);
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
  return (
    <>
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
    </>
  );
}
