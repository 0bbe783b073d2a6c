import { Button } from 'antd';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import type { ListSpec } from './list-spec.ts';
import type { Ticked } from './many/use-ticked.ts';

/** Stands above the first of the rows that stand together, with their number among those shown; one press ticks them all. Nothing above the others. */
export function GroupHead<Row>({
  spec,
  rows,
  at,
  ticked,
  columns,
}: {
  spec: ListSpec<Row>;
  rows: readonly Row[];
  at: number;
  ticked: Ticked<Row>;
  columns: number;
}) {
  const words = useWords(kitTexts);
  const nameAt = (index: number): string | undefined => {
    const row = rows[index];
    return row === undefined ? undefined : spec.groupOf?.(row);
  };
  const name = nameAt(at);
  if (name === undefined || name === nameAt(at - 1)) return null;
  let end = at;
  while (nameAt(end + 1) === name) end += 1;
  const isLone = end === at;
  const all = rows.slice(at, end + 1).every(ticked.has);
  return (
    <tr className="group">
      <th colSpan={columns + (spec.many ? 1 : 0) + (spec.action ? 1 : 0)} scope="rowgroup">
        <div className="row apart">
          <span>
            {name} <span className="meta">{end - at + 1}</span>
          </span>
          {spec.many && !isLone && !all && (
            <Button size="small" type="text" onClick={() => ticked.span(at, end)}>
              {words.many.group}
            </Button>
          )}
        </div>
      </th>
    </tr>
  );
}
