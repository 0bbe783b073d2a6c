import { Fragment } from 'react';
import type { MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import type { ListSpec } from './list-spec.ts';
import { GroupHead } from './group-head.tsx';
import { shownColumns } from './column-choice.tsx';
import type { useList } from './use-list.ts';
import { TickAll, TickCell } from './many/tick-cells.tsx';
import type { Ticked } from './many/use-ticked.ts';

/** The rows. On a phone each becomes a small block of its own. */
export function ListTable<Row>({
  spec,
  list,
  rows,
  active,
  onActive,
  ticked,
}: {
  spec: ListSpec<Row>;
  list: ReturnType<typeof useList<Row>>;
  rows: readonly Row[];
  active: number;
  onActive: (at: number) => void;
  ticked: Ticked<Row>;
}) {
  const words = useWords(kitTexts);
  const navigate = useNavigate();
  const by = list.chosen('by');
  const columns = shownColumns(spec, list.chosen('hide'));
  const open = (event: MouseEvent, row: Row, at: number): void => {
    onActive(at);
    const onControl = event.target instanceof Element && event.target.closest('a, button, input, label, .ant-select');
    if (onControl || getSelection()?.toString()) return;
    if (spec.onOpen) spec.onOpen(row);
    else if (spec.href) void navigate(spec.href(row));
  };
  return (
    <div className="list-scroll">
      <table
        className="list"
        data-columns={columns.length}
        data-picking={ticked.picking || ticked.rows.length > 0 || undefined}
        data-wordy={columns.filter((column) => !column.narrow).length > 3 || undefined}
      >
        <thead>
          <tr>
            {spec.many && <TickAll ticked={ticked} count={rows.length} />}
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={spec.local ? sortOf(by, column.key) : undefined}>
                {spec.local ? (
                  <button
                    type="button"
                    className="plain sort"
                    title={words.sortBy(column.title)}
                    onClick={() => list.choose({ by: nextSort(by, column.key) })}
                  >
                    {column.title}
                    <span aria-hidden="true">{by === column.key ? ' ↑' : by === `-${column.key}` ? ' ↓' : ''}</span>
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
            {spec.action && (
              <th>
                <span className="visually-hidden">{words.next}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={spec.rowKey(row)}>
              {spec.groupOf && <GroupHead spec={spec} rows={rows} at={at} ticked={ticked} columns={columns.length} />}
              {/* The first cell holds the link that keyboard and screen reader use; the click on the row is a convenience for the mouse. */}
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
              <tr
                data-active={at === active}
                {...(spec.href || spec.onOpen ? { 'data-opens': true } : {})}
                onClick={(event) => open(event, row, at)}
              >
                {spec.many && <TickCell many={spec.many} ticked={ticked} row={row} at={at} />}
                {columns.map((column, index) => (
                  <td
                    key={column.key}
                    className={index === 0 ? 'first' : column.narrow ? 'narrow' : undefined}
                    data-title={column.named && column.text(row) ? column.title : undefined}
                  >
                    {index === 0 && spec.href && !column.cell ? (
                      <Link to={spec.href(row)}>{column.text(row)}</Link>
                    ) : column.cell ? (
                      column.cell(row)
                    ) : (
                      column.text(row)
                    )}
                  </td>
                ))}
                {spec.action && <td className="act">{spec.action(row)}</td>}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sortOf = (by: string, key: string): 'ascending' | 'descending' | 'none' =>
  by === key ? 'ascending' : by === `-${key}` ? 'descending' : 'none';

// Upwards, downwards, then as it came.
const nextSort = (by: string, key: string): string => (by === key ? `-${key}` : by === `-${key}` ? '' : key);
