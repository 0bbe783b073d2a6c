import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { AdoptionLine, AdoptionSheet as Sheet } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Quiet } from '../../kit/page.tsx';
import { useMaySomewhere, useMe } from '../../kit/session.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAddress } from '../../kit/use-address.ts';
import { useSections } from '../use-sections.ts';
import { adoptionTexts } from './adoption-texts.ts';
import { useCorrespondents } from './use-correspondents.ts';
import { useDayName } from './use-day-name.ts';

const levels = ['county', 'city', 'province', 'national'] as const;
const media = ['text', 'picture', 'audio', 'video'] as const;
const asked = ['from', 'until', 'personId', 'level', 'medium', 'section'] as const;

/** The sheet of one person, line by line: one's own, or for the desk that of whoever it opens. One at a time on purpose: no screen sets people beside each other by points. */
export function AdoptionSheet() {
  const words = useWords(adoptionTexts);
  const language = useLanguage();
  const times = useTimes();
  const dayName = useDayName();
  const sections = useSections();
  const place = usePlaceHere();
  const { params } = useAddress();
  const narrowing = Object.fromEntries(asked.map((param) => [param, params.get(param)]));
  const sums = useQuery({
    queryKey: ['list', 'adoptions', 'sums', narrowing, place],
    queryFn: ({ signal }) => read<Sheet>('/adoptions', { ...narrowing, place, limit: 1 }, { signal }),
    placeholderData: (before) => before,
  });
  const spec: ListSpec<AdoptionLine> = {
    name: 'adoptions',
    path: '/adoptions',
    pageSize: 30,
    placeParam: 'place',
    searchParam: { bar: <SheetBar />, params: ['from', 'until', 'personId'] },
    filters: [
      { param: 'level', label: words.level, options: levels.map((value) => ({ value, label: words.levels[value] })) },
      { param: 'medium', label: words.medium, options: media.map((value) => ({ value, label: words.media[value] })) },
      { param: 'section', label: words.section, options: sections },
    ],
    sorts: [
      { value: 'newest', label: words.sorts.newest },
      { value: 'oldest', label: words.sorts.oldest },
    ],
    rowKey: (line) => line.id,
    href: (line) => `/stories/${line.story.id}`,
    columns: [
      {
        key: 'story',
        title: words.story,
        text: (line) => line.story.title,
        cell: (line) => (
          <>
            <Link to={`/stories/${line.story.id}`}>{line.story.title}</Link>{' '}
            {line.kind === 'reversal' && <Tag tone="due">{words.reversal}</Tag>}
            {line.reversed && <Tag>{words.reversed}</Tag>}
            <div className="second">
              {[inWords(line.section.name, language), words.why[line.why], line.reason].filter(Boolean).join(' · ')}
            </div>
          </>
        ),
      },
      {
        key: 'standing',
        title: words.standing,
        exported: true,
        text: ({ kind, reversed }) =>
          [kind === 'reversal' && words.reversal, reversed && words.reversed].filter(Boolean).join(' · '),
      },
      { key: 'person', title: words.person, exported: true, text: (line) => line.person.name },
      {
        key: 'outlet',
        title: words.outlet,
        text: (line) => line.outlet ?? words.ownOutlet,
        cell: (line) => (
          <>
            {line.outlet ?? words.ownOutlet}
            <div className="second">{[words.levels[line.level], words.media[line.medium]].join(' · ')}</div>
          </>
        ),
      },
      { key: 'level', title: words.level, exported: true, text: (line) => words.levels[line.level] },
      { key: 'medium', title: words.medium, exported: true, text: (line) => words.media[line.medium] },
      { key: 'section', title: words.section, exported: true, text: (line) => inWords(line.section.name, language) },
      {
        key: 'points',
        title: words.points,
        narrow: true,
        text: (line) => String(line.points),
        cell: (line) => (
          <>
            <span className="num">{words.pointsOf(line.points)}</span>
            {line.sharers > 1 && <div className="second">{words.sharedAmong(line.sharers)}</div>}
          </>
        ),
      },
      { key: 'shared', title: words.shared, exported: true, text: (line) => String(line.sharers) },
      { key: 'day', title: words.day, narrow: true, text: (line) => dayName(line.adoptedOn) },
      { key: 'why', title: words.whyTitle, exported: true, text: (line) => words.why[line.why] },
      { key: 'reason', title: words.reason, exported: true, text: (line) => line.reason ?? '' },
      {
        key: 'by',
        title: words.enteredBy,
        exported: true,
        text: (line) =>
          (line.why === 'entered' || line.why === 'mistaken' ? line.enteredBy?.name : undefined) ?? words.system,
      },
      { key: 'entered', title: words.entered, exported: true, text: (line) => times.dated(line.enteredAt) },
      { key: 'sealed', title: words.sealed, exported: true, text: (line) => (line.sealed ? line.rowHash : '') },
    ],
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return (
    <>
      {sums.data && sums.data.total > 0 && (
        <p className="meta">
          {sums.data.person.name} · {words.sum(sums.data.adoptions, sums.data.points)}
        </p>
      )}
      <RecordList spec={spec} />
    </>
  );
}

function SheetBar() {
  const words = useWords(adoptionTexts);
  const { personId } = useMe();
  const { params, choose } = useAddress();
  const maySeeOthers = useMaySomewhere('adoption.list');
  const people = useCorrespondents([{ id: personId, name: words.own }], maySeeOthers);
  const day = (param: 'from' | 'until') => (
    <DatePicker
      aria-label={words[param]}
      placeholder={words[param]}
      value={params.get(param) ? dayjs(params.get(param)) : null}
      onChange={(picked) => choose({ [param]: picked?.format('YYYY-MM-DD') })}
    />
  );
  return (
    <>
      {maySeeOthers && (
        <span className="grow" data-list-search>
          <Select
            style={{ width: '100%' }}
            aria-label={words.person}
            value={params.get('personId') ?? personId}
            onChange={(id: string) => choose({ personId: id === personId ? null : id })}
            {...people}
          />
        </span>
      )}
      {day('from')}
      {day('until')}
    </>
  );
}
