import { useQuery } from '@tanstack/react-query';
import type { BackupOverview } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useTag } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { operationsTexts } from './operations-texts.ts';

/** Whether the county could be brought back, and what to say to whom where it could not. */
export function BackupsPart() {
  const { backups } = useWords(operationsTexts);
  const query = useQuery({
    queryKey: ['backups'],
    queryFn: ({ signal }) => read<BackupOverview>('/backups', {}, { signal }),
  });
  return (
    <Part title={backups.title}>
      <Loaded query={query}>
        {(overview) => (
          <div className="stack wide">
            <Complaints overview={overview} />
            <Last overview={overview} />
            {overview.items.length > 0 && <Items overview={overview} />}
          </div>
        )}
      </Loaded>
    </Part>
  );
}

function Complaints({ overview }: { overview: BackupOverview }) {
  const { backups } = useWords(operationsTexts);
  return (
    <>
      {overview.backupOverdue && <p className="notice hot">{backups.overdue}</p>}
      {overview.proofOverdue && <p className="notice hot">{backups.unproven}</p>}
      {overview.copyOverdue && <p className="notice hot">{backups.notAway}</p>}
      {overview.withoutKeys && <p className="notice due">{backups.keyless}</p>}
    </>
  );
}

function Last({ overview }: { overview: BackupOverview }) {
  const { lastBackupAt, lastProofAt, hasPlace, lastCopyAt, nightly } = overview;
  const { backups } = useWords(operationsTexts);
  const times = useTimes();
  const shown = (at: string | null): string => (at === null ? backups.never : times.at(at));
  return (
    <p>
      {backups.is(backups.last, shown(lastBackupAt))} · {backups.is(backups.proof, shown(lastProofAt))}
      {hasPlace && ` · ${backups.is(backups.copy, shown(lastCopyAt))}`}
      <br />
      <span className="meta">{nightly ? backups.nightly : backups.byHand}</span>
    </p>
  );
}

function Items({ overview }: { overview: BackupOverview }) {
  const { backups } = useWords(operationsTexts);
  const times = useTimes();
  const tag = useTag();
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{backups.at}</th>
          <th>{backups.kind}</th>
          <th>{backups.outcome}</th>
          <th>{backups.size}</th>
          <th>{backups.rows}</th>
        </tr>
      </thead>
      <tbody>
        {overview.items.map(({ kind, archive, at, outcome, bytes, rows }) => (
          <tr key={`${kind} ${at}`}>
            <td className="first">
              {times.at(at)}
              <div className="second num">{archive}</div>
            </td>
            <td>{backups.kinds[kind]}</td>
            <td>
              <Tag tone={outcome === 'whole' ? 'ok' : 'hot'}>{backups.outcomes[outcome]}</Tag>
            </td>
            <td className="num" data-title={backups.size}>
              {(bytes / 1_000_000).toFixed(1)} MB
            </td>
            <td className="num" data-title={kind === 'copy' ? undefined : backups.rows}>
              {kind === 'copy' ? '' : rows.toLocaleString(tag)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
