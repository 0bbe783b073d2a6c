import type { ListSpec } from './list-spec.ts';

/** The rows as pictures or cards side by side, for what one looks at rather than reads. */
export function ListCards<Row>({ spec, rows, active }: { spec: ListSpec<Row>; rows: readonly Row[]; active: number }) {
  return (
    <ul className="list-cards">
      {rows.map((row, at) => (
        <li key={spec.rowKey(row)} data-active={at === active}>
          {spec.card?.(row)}
        </li>
      ))}
    </ul>
  );
}
