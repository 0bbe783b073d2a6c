import { Button, Checkbox, Popover } from 'antd';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import type { Column, ListSpec } from './list-spec.ts';
import type { useList } from './use-list.ts';

/** The columns on the screen: all but those that the address hides. The first one names the row and always stays. */
export const shownColumns = <Row,>(spec: ListSpec<Row>, hidden: string): Column<Row>[] => {
  const away = new Set(hidden.split('.'));
  return spec.columns.filter((column, at) => !column.exported && (at === 0 || !away.has(column.key)));
};

/** Which columns stand there; kept in the address, and so in a saved view. The exported table has all of them. */
export function ColumnChoice<Row>({ spec, list }: { spec: ListSpec<Row>; list: ReturnType<typeof useList<Row>> }) {
  const words = useWords(kitTexts);
  const [, ...choosable] = spec.columns.filter((column) => !column.exported);
  const shown = new Set(shownColumns(spec, list.chosen('hide')).map(({ key }) => key));
  if (choosable.length === 0) return null;
  const choose = (keys: readonly string[]): void =>
    list.choose({ hide: choosable.flatMap(({ key }) => (keys.includes(key) ? [] : [key])).join('.') });
  return (
    <Popover
      trigger="click"
      placement="topRight"
      content={
        <Checkbox.Group
          className="column-choice"
          value={choosable.map(({ key }) => key).filter((key) => shown.has(key))}
          options={choosable.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={choose}
        />
      }
    >
      <Button type="text" size="small" className="columns">
        {words.columns}
      </Button>
    </Popover>
  );
}
