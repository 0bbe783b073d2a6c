import { Button } from 'antd';
import { useState } from 'react';
import type { GatheringLine } from '@xiangyin/server/contract';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { gatheringTexts } from './gatherings/gathering-texts.ts';
import { GatheringDialog } from './gatherings/gathering-dialog.tsx';
import { WhoCameDialog } from './gatherings/who-came-dialog.tsx';
import { useTerms } from './use-terms.ts';

/** Trainings and meetings of volunteers: called, and afterwards who was there. */
export function GatheringsPage() {
  const words = useWords(gatheringTexts);
  const language = useLanguage();
  const times = useTimes();
  const trainings = useTerms('training');
  const mayWrite = useMaySomewhere('gathering.write');
  const [editing, setEditing] = useState<GatheringLine | 'new' | null>(null);
  const [looking, setLooking] = useState<GatheringLine | null>(null);
  const where = (one: GatheringLine): string =>
    [inWords(one.place.name, language), one.room].filter(Boolean).join(' · ');
  const isAhead = (one: GatheringLine): boolean => new Date(one.startsAt) > times.now().toDate();
  const learned = (one: GatheringLine): string => (one.training ? trainings.name(one.training) : '');
  const spec: ListSpec<GatheringLine> = {
    name: 'gatherings',
    path: '/gatherings',
    pageSize: 30,
    placeParam: 'placeId',
    searchParam: 'q',
    searchHint: words.search,
    sorts: [
      { value: 'near', label: words.nearFirst },
      { value: 'far', label: words.farFirst },
    ],
    tabs: {
      param: 'when',
      options: [
        { value: '', label: words.coming },
        { value: 'past', label: words.past },
      ],
    },
    rowKey: (one) => one.id,
    filters: [
      {
        param: 'kind',
        label: words.kind,
        options: (['training', 'meeting'] as const).map((value) => ({ value, label: words.kinds[value] })),
      },
    ],
    columns: [
      {
        key: 'topic',
        title: words.topic,
        text: (one) => one.topic,
        cell: (one) => (
          <>
            <strong>{one.topic}</strong> {one.cancelled && <Tag tone="hot">{words.off}</Tag>}
            <div className="second">
              {[
                words.kinds[one.kind],
                one.team && inWords(one.team.name, language),
                learned(one),
                one.validUntil && words.countsUntil(times.day(one.validUntil)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </>
        ),
      },
      { key: 'off', title: words.off, exported: true, text: (one) => (one.cancelled ? words.off : '') },
      {
        key: 'team',
        title: words.whose,
        exported: true,
        text: (one) => (one.team ? inWords(one.team.name, language) : ''),
      },
      { key: 'kind', title: words.kind, exported: true, text: (one) => words.kinds[one.kind] },
      { key: 'when', title: words.when, narrow: true, text: (one) => times.at(one.startsAt) },
      { key: 'where', title: words.where, text: where },
      { key: 'training', title: words.learned, exported: true, text: learned },
      {
        key: 'until',
        title: words.validUntil,
        exported: true,
        text: (one) => one.validUntil ?? '',
      },
      {
        key: 'came',
        title: words.came,
        narrow: true,
        text: (one) => (isAhead(one) ? words.askedOf(one.guestCount) : words.cameOf(one.presentCount, one.guestCount)),
      },
      {
        key: 'who',
        title: words.present,
        exported: true,
        text: (one) => listed(one.guests.filter((guest) => guest.present).map((guest) => guest.name)),
      },
    ],
    action: (one) =>
      one.abilities.includes('gathering.write') &&
      !one.cancelled && (
        <>
          {!isAhead(one) && (
            <Button size="small" type="text" onClick={() => setLooking(one)}>
              {words.whoCame}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => setEditing(one)}>
            {words.change}
          </Button>
        </>
      ),
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {editing && <GatheringDialog gathering={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {looking && <WhoCameDialog gathering={looking} onClose={() => setLooking(null)} />}
    </Page>
  );
}
