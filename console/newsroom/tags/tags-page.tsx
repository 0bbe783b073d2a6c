import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TagView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Page, Quiet } from '../../kit/page.tsx';
import { useMaySomewhere } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { MergeTagDialog } from './merge-tag-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { tagTexts } from './tag-texts.ts';

/** The county's tags: add one, name it anew, merge what says the same. By name, never by how often they are used. */
export function TagsPage() {
  const words = useWords(tagTexts);
  const language = useLanguage();
  const mayAdd = useMaySomewhere('tag.add');
  const mayArrange = useMaySomewhere('tag.arrange');
  const [editing, setEditing] = useState<TagView | 'new' | null>(null);
  const [merging, setMerging] = useState<TagView | null>(null);
  const add = mayAdd && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {words.add}
    </Button>
  );
  const spec: ListSpec<TagView> = {
    name: 'tags',
    path: '/tags',
    searchParam: 'q',
    placeParam: null,
    pageSize: 50,
    sorts: [
      { value: 'name', label: words.sorts.name },
      { value: '-name', label: words.sorts.backwards },
      { value: '-id', label: words.sorts.latest },
    ],
    filters: [
      {
        param: 'used',
        label: words.use,
        options: [
          { value: 'yes', label: words.uses.yes },
          { value: 'no', label: words.uses.no },
        ],
      },
    ],
    searchHint: words.search,
    rowKey: ({ id }) => id,
    ...(mayArrange ? { onOpen: setEditing } : {}),
    columns: [
      {
        key: 'name',
        title: words.name,
        text: ({ name }) => inWords(name, language),
        cell: (tag) => <TagCell tag={tag} />,
      },
      { key: 'about', title: words.about, exported: true, text: ({ description }) => inWords(description, language) },
      { key: 'slug', title: words.slug, exported: true, text: ({ slug }) => `/tags/${slug}` },
      {
        key: 'stories',
        title: words.stories,
        narrow: true,
        text: ({ stories }) => String(stories),
        cell: ({ id, stories }) => <Link to={`/stories?tag=${id}`}>{words.storyCount(stories)}</Link>,
      },
    ],
    action: (tag) =>
      mayArrange && (
        <>
          <Button size="small" onClick={() => setEditing(tag)}>
            {words.change}
          </Button>
          <Button size="small" type="text" onClick={() => setMerging(tag)}>
            {words.merge}
          </Button>
        </>
      ),
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {add}
      </Quiet>
    ),
  };
  return (
    <Page title={words.tags} meta={words.tagsLead} actions={add}>
      <RecordList spec={spec} />
      {editing && <TagDialog tag={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {merging && <MergeTagDialog tag={merging} onClose={() => setMerging(null)} />}
    </Page>
  );
}

function TagCell({ tag }: { tag: TagView }) {
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <strong>{inWords(tag.name, language)}</strong>{' '}
      {tag.name[other] && (
        <span className="second" lang={other}>
          {tag.name[other]}
        </span>
      )}
      <div className="second">
        <a href={`/tags/${tag.slug}`}>
          <span className="num">/tags/{tag.slug}</span>
        </a>
        {tag.description[language] && ` · ${tag.description[language]}`}
      </div>
    </>
  );
}
