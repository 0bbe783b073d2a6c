import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { ImportPreview } from '@xiangyin/server/contract';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { importTexts } from './import-texts.ts';

type Item = ImportPreview['items'][number];

const tones = { new: 'ok', same: 'plain', conflict: 'due', wrong: 'hot' } as const;
/** What needs a look stands first. */
const order: readonly Item['verdict'][] = ['wrong', 'conflict', 'new', 'same'];

/** The lines of a list with what becomes of each; those that may come are ticked. */
export function ImportRowsTable({
  items,
  lines,
  onLines,
}: {
  items: readonly Item[];
  lines: readonly number[];
  onLines: (lines: readonly number[]) => void;
}) {
  const words = useWords(importTexts);
  const sorted = items.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.line - b.line);
  const tick = (line: number, on: boolean): void =>
    onLines(on ? [...lines, line] : lines.filter((one) => one !== line));
  return (
    <ul className="import-rows">
      {sorted.map((item) => (
        <li key={item.line}>
          <Checkbox
            aria-label={`${words.line} ${item.line}`}
            disabled={item.verdict === 'wrong' || item.verdict === 'same'}
            checked={lines.includes(item.line)}
            onChange={({ target }) => tick(item.line, target.checked)}
          />
          <span className="num meta">{item.line}</span>
          <span className="who">
            <strong>{item.name}</strong>{' '}
            <span className="second">{[item.phone, item.place].filter(Boolean).join(' · ')}</span>
            <Why item={item} />
          </span>
          <Tag tone={tones[item.verdict]}>{words.verdicts[item.verdict]}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Why({ item }: { item: Item }) {
  const words = useWords(importTexts);
  return (
    <>
      {item.problems.map(({ column, message }) => (
        <div key={`${column} ${message}`} className="meta">
          {column !== '' && <strong>{column}</strong>} {message}
        </div>
      ))}
      {item.verdict === 'conflict' && (
        <div className="meta">
          {words.conflict} {item.personId && <Link to={`/people/${item.personId}`}>{words.see}</Link>}
        </div>
      )}
    </>
  );
}
