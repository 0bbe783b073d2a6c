import { Checkbox } from 'antd';
import { kitTexts } from '../../kit-texts.ts';
import { useWords } from '../../texts.ts';
import type { Many } from './many-spec.ts';
import type { Ticked } from './use-ticked.ts';

/** The box above the others: all that is shown, or none. */
export function TickAll<Row>({ ticked, count }: { ticked: Ticked<Row>; count: number }) {
  const words = useWords(kitTexts).many;
  const some = ticked.rows.length;
  return (
    <th className="tick">
      <Checkbox
        aria-label={words.all}
        checked={some > 0 && some === count}
        indeterminate={some > 0 && some < count}
        onChange={(event) => ticked.all(event.target.checked)}
      />
    </th>
  );
}

/** The box of a row. With the shift key all between it and the last one. */
export function TickCell<Row>({
  many,
  ticked,
  row,
  at,
}: {
  many: Many<Row>;
  ticked: Ticked<Row>;
  row: Row;
  at: number;
}) {
  const words = useWords(kitTexts).many;
  return (
    <td className="tick">
      <Checkbox
        aria-label={words.tick(many.nameOf(row))}
        checked={ticked.has(row)}
        onChange={(event) => ticked.toggle(at, event.nativeEvent.shiftKey)}
      />
    </td>
  );
}
