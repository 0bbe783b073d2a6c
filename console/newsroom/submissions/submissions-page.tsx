import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SubmissionView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { inWords, listed, useLanguage } from '../../kit/language.ts';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Marked } from '../../kit/marked.tsx';
import { Page, Quiet } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { EmbargoTag } from '../story/embargo-tag.tsx';
import { scheduleTexts } from '../story/schedule-texts.ts';
import { useSections } from '../use-sections.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { SubmissionState } from './submission-state.tsx';
import { submissionTexts } from './submission-texts.ts';
import { useManySubmissions } from './use-many-submissions.ts';

const states = ['waiting', 'accepted', 'merged', 'returned', 'rejected', 'taken_back'] as const;

/** The desk's inbox: what correspondents handed in, and what to do with it: take it, join it to another story, or answer it as a reviewer. */
export function SubmissionsPage() {
  const words = useWords(submissionTexts);
  const { embargo } = useWords(scheduleTexts);
  const language = useLanguage();
  const times = useTimes();
  const here = usePlaceHere();
  const sections = useSections();
  const many = useManySubmissions();
  const { message } = App.useApp();
  const { run, busy } = useAct<SubmissionView>();
  const [merging, setMerging] = useState<SubmissionView | null>(null);
  const counts = useQuery({
    queryKey: ['list', 'submissions', 'counts', here],
    queryFn: ({ signal }) => read<{ waiting: number }>('/submissions/counts', { place: here }, { signal }),
  });
  const accept = async (one: SubmissionView): Promise<void> => {
    if (!(await run('POST', `/submissions/${one.id}/acceptances`, {}))) return;
    void message.success(words.accepted);
    await refresh();
  };
  const besidesOf = ({ voiceNotes, attachments }: SubmissionView): string[] => [
    ...(voiceNotes > 0 ? [words.voices(voiceNotes)] : []),
    ...(attachments.all > 0 ? [words.attachments(attachments.all, attachments.coming)] : []),
  ];
  const spec: ListSpec<SubmissionView> = {
    name: 'submissions',
    path: '/submissions',
    cursorParam: 'after',
    pageSize: 30,
    placeParam: 'place',
    searchParam: 'q',
    searchHint: words.search,
    rowKey: (one) => one.id,
    href: (one) => `/stories/${one.id}`,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: words.all },
        ...states.map((state) => ({ value: state, label: words.states[state] })),
      ],
      countOf: (value) => (value === 'waiting' ? counts.data?.waiting : undefined),
    },
    filters: [{ param: 'section', label: words.section, options: sections }],
    sorts: [
      { value: '-sentAt', label: words.sorts.newest },
      { value: 'sentAt', label: words.sorts.oldest },
      { value: 'title', label: words.sorts.title },
    ],
    columns: [
      {
        key: 'title',
        title: words.title,
        text: (one) => one.title || words.untitled,
        cell: (one) => (
          <>
            <strong>
              <Marked text={one.title || words.untitled} words={one.hit?.words ?? []} />
            </strong>
            {one.contributed && (
              <div className="row">
                <Tag tone={one.contributed.changed ? 'due' : 'ok'}>
                  {one.contributed.changed ? words.changedThere : words.contributed}
                </Tag>
                <span className="second">{one.contributed.publisher}</span>
              </div>
            )}
            <div className="second">
              {[
                inWords(one.section.name, language),
                listed(one.places.map((place) => inWords(place.name, language))),
                ...besidesOf(one),
              ].join(' · ')}
            </div>
            {one.hit?.excerpt && (
              <div className="second two-lines">
                <Marked text={one.hit.excerpt} words={one.hit.words} />
              </div>
            )}
            {one.mergedInto && <div className="second">{words.into(one.mergedInto.title || words.untitled)}</div>}
            {one.reason && <div className="second">{one.reason}</div>}
          </>
        ),
      },
      {
        key: 'contributed',
        title: words.contributedBy,
        exported: true,
        text: (one) =>
          one.contributed
            ? `${one.contributed.publisher} · ${one.contributed.changed ? words.changedThere : words.contributed}`
            : '',
      },
      { key: 'section', title: words.section, exported: true, text: (one) => inWords(one.section.name, language) },
      {
        key: 'place',
        title: words.place,
        exported: true,
        text: (one) => listed(one.places.map((place) => inWords(place.name, language))),
      },
      { key: 'besides', title: words.besides, exported: true, text: (one) => besidesOf(one).join(' · ') },
      { key: 'into', title: words.mergeInto, exported: true, text: (one) => one.mergedInto?.title ?? '' },
      { key: 'reason', title: words.reason, exported: true, text: (one) => one.reason ?? '' },
      { key: 'embargo', title: embargo.at, exported: true, text: (one) => one.embargoUntil ?? '' },
      { key: 'sender', title: words.sender, narrow: true, text: (one) => one.sender.name },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: (one) => words.states[one.state],
        cell: (one) => (
          <span className="row" style={{ gap: 6 }}>
            <SubmissionState state={one.state} />
            <EmbargoTag until={one.embargoUntil} />
          </span>
        ),
      },
      {
        key: 'sentAt',
        title: words.sentAt,
        narrow: true,
        text: (one) => one.sentAt,
        cell: (one) => <span className="meta">{times.at(one.sentAt)}</span>,
      },
    ],
    action: (one) =>
      one.moves.length > 0 ? (
        <span className="row" style={{ flexWrap: 'nowrap' }}>
          {one.moves.includes('accept') && (
            <Button size="small" loading={busy} onClick={() => void accept(one)}>
              {words.accept}
            </Button>
          )}
          {one.moves.includes('merge') && (
            <Button size="small" type="text" onClick={() => setMerging(one)}>
              {words.merge}
            </Button>
          )}
          {one.moves.includes('merge') && one.storyState !== 'held' && (
            <Link to={`/stories/${one.id}/review`}>{words.review}</Link>
          )}
        </span>
      ) : null,
    many,
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return (
    <Page title={words.title}>
      <RecordList spec={spec} />
      {merging && <MergeDialog submission={merging} onClose={() => setMerging(null)} />}
    </Page>
  );
}
