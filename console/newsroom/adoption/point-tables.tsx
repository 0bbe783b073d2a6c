import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { PointTable, pointTableList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part, Quiet } from '../../kit/page.tsx';
import { useMaySomewhere } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useSectionNames } from '../use-sections.ts';
import { adoptionTexts } from './adoption-texts.ts';
import './adoption.css';
import { PointTableDialog } from './point-table-dialog.tsx';
import { useDayName } from './use-day-name.ts';

const levels = ['county', 'city', 'province', 'national'] as const;
const media = ['text', 'picture', 'audio', 'video'] as const;

/** What an adoption counts: the table in force, those to come, and the former ones, by which what was entered then still stands. */
export function PointTables() {
  const words = useWords(adoptionTexts);
  const mayDecide = useMaySomewhere('point-table.decide');
  const [deciding, setDeciding] = useState(false);
  const query = useQuery({
    queryKey: ['point-tables'],
    queryFn: ({ signal }) => read<Answer<typeof pointTableList>>('/point-tables', {}, { signal }),
  });
  return (
    <Loaded query={query}>
      {({ items }) => {
        const button = mayDecide && (
          <Button type="primary" onClick={() => setDeciding(true)}>
            {items.length > 0 ? words.table.decideNext : words.table.decide}
          </Button>
        );
        const current = items.findIndex((one) => one.isCurrent);
        return (
          <div className="stack wide">
            {items.length === 0 ? (
              <Quiet title={words.table.none} hint={words.table.noneHint}>
                {button}
              </Quiet>
            ) : (
              <div>{button}</div>
            )}
            {items.map((one, at) => (
              <OneTable
                key={one.id}
                one={one}
                state={one.isCurrent ? 'current' : at < current || current < 0 ? 'later' : 'former'}
              />
            ))}
            {deciding && (
              <PointTableDialog before={items[current] ?? items[0] ?? null} onClose={() => setDeciding(false)} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function OneTable({ one, state }: { one: PointTable; state: 'current' | 'later' | 'former' }) {
  const words = useWords(adoptionTexts);
  const language = useLanguage();
  const times = useTimes();
  const dayName = useDayName();
  const names = useSectionNames();
  const of = (level: string, medium: string, sectionId: string | null): string => {
    const line = one.lines.find(
      (each) => each.level === level && each.medium === medium && each.sectionId === sectionId,
    );
    return line ? String(line.points) : words.table.empty;
  };
  const sectionIds = [...new Set(one.lines.flatMap((line) => line.sectionId ?? []))];
  const rows = [
    ...levels.map((level) => ({
      key: level,
      name: level === 'county' ? words.table.ownOutlets : words.levels[level],
      level,
      sectionId: null,
    })),
    ...sectionIds.map((sectionId) => ({
      key: sectionId,
      name: `${words.levels.county} · ${inWords(names.get(sectionId) ?? {}, language)}`,
      level: 'county',
      sectionId,
    })),
  ].filter((row) => media.some((medium) => of(row.level, medium, row.sectionId) !== words.table.empty));
  return (
    <Part
      title={words.table.title(dayName(one.fromOn))}
      aside={<Tag tone={state === 'current' ? 'ok' : 'plain'}>{words.table[state]}</Tag>}
    >
      <div style={{ overflowX: 'auto' }}>
        <table className="point-table">
          <thead>
            <tr>
              <th scope="col">{words.points}</th>
              {media.map((medium) => (
                <th key={medium} scope="col">
                  {words.media[medium]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {media.map((medium) => (
                  <td key={medium}>{of(row.level, medium, row.sectionId)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="meta" style={{ marginTop: 8 }}>
        {words.table.share}
        {language === 'en' ? ' ' : '：'}
        {words.table.shares[one.share]} · {words.table.decided(one.decidedBy.name, times.at(one.decidedAt))}
      </p>
    </Part>
  );
}
