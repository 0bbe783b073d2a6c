import type { MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import type { ListSpec } from './list-spec.ts';

/** The rows. On a phone each becomes a small block of its own. */
export function ListTable<Row>({
  spec,
  rows,
  active,
  onActive,
}: {
  spec: ListSpec<Row>;
  rows: readonly Row[];
  active: number;
  onActive: (at: number) => void;
}) {
  const words = useWords(kitTexts);
  const navigate = useNavigate();
  const open = (event: MouseEvent, row: Row, at: number): void => {
    onActive(at);
    const onControl = event.target instanceof Element && event.target.closest('a, button, input, label, .ant-select');
    if (!onControl && spec.href && !getSelection()?.toString()) void navigate(spec.href(row));
  };
  return (
    <div className="list-scroll">
      <table className="list">
        <thead>
          <tr>
            {spec.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title}
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
            // The first cell holds the link that keyboard and screen reader use; the click on the row is a convenience for the mouse.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <tr
              key={spec.rowKey(row)}
              data-active={at === active}
              {...(spec.href ? { 'data-opens': true } : {})}
              onClick={(event) => open(event, row, at)}
            >
              {spec.columns.map((column, index) => (
                <td key={column.key} className={index === 0 ? 'first' : column.narrow ? 'narrow' : undefined}>
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
          ))}
        </tbody>
      </table>
    </div>
  );
}
