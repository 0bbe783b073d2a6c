import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { kitTexts } from '../kit-texts.ts';
import { SearchIcon } from '../icons.tsx';
import { useWords } from '../texts.ts';
import type { ListSpec } from './list-spec.ts';
import type { useList } from './use-list.ts';

/** Search, filters and order of a list. */
export function ListBar<Row>({ spec, list }: { spec: ListSpec<Row>; list: ReturnType<typeof useList<Row>> }) {
  const words = useWords(kitTexts);
  const [open, setOpen] = useState(false);
  const [more, setMore] = useState(false);
  const chosenCount = (spec.filters ?? []).filter((filter) => list.chosen(filter.param) !== '').length;
  const waiting = (spec.filters ?? []).filter((one) => one.isSeldom && list.chosen(one.param) === '').length;
  return (
    <div className="list-bar" role="search" data-open={open || chosenCount > 0} data-more={more}>
      {typeof spec.searchParam === 'object' ? (
        spec.searchParam.bar
      ) : (
        <ListSearch
          hint={spec.searchHint ?? words.search}
          value={list.chosen('q')}
          onSearch={(q) => list.choose({ q })}
        />
      )}
      <Button className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.filters}
      </Button>
      {spec.filters?.map((filter) => (
        <Select
          key={filter.param}
          className={filter.isSeldom && list.chosen(filter.param) === '' ? 'select seldom' : 'select'}
          aria-label={filter.label}
          placeholder={filter.label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={list.chosen(filter.param) || null}
          options={filter.options.map((option) => ({ ...option }))}
          onChange={(value: string | null | undefined) => list.choose({ [filter.param]: value ?? '' })}
          popupMatchSelectWidth={false}
        />
      ))}
      {spec.sorts && (
        <Select
          className="select"
          aria-label={words.sort}
          value={list.chosen('sort') || (spec.sorts[0]?.value ?? '')}
          options={spec.sorts.map((option) => ({ ...option }))}
          onChange={(value: string) => list.choose({ sort: value === spec.sorts?.[0]?.value ? '' : value })}
        />
      )}
      {spec.local && <ColumnSort spec={spec} list={list} />}
      {waiting > 0 && !more && (
        <Button type="text" className="more" aria-expanded={false} onClick={() => setMore(true)}>
          {words.moreFilters}
        </Button>
      )}
    </div>
  );
}

// On a phone the rows have no heads to press.
function ColumnSort<Row>({ spec, list }: { spec: ListSpec<Row>; list: ReturnType<typeof useList<Row>> }) {
  const words = useWords(kitTexts);
  const columns = spec.columns.filter((column) => !column.exported);
  return (
    <Select
      className="select by-column"
      aria-label={words.sort}
      placeholder={words.sort}
      allowClear
      value={list.chosen('by') || null}
      options={columns.flatMap(({ key, title }) => [
        { value: key, label: `${title} ↑` },
        { value: `-${key}`, label: `${title} ↓` },
      ])}
      onChange={(by: string | null | undefined) => list.choose({ by: by ?? '' })}
    />
  );
}

function ListSearch({ hint, value, onSearch }: { hint: string; value: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // The address was changed elsewhere: a saved view, filters cleared.
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), 350);
    return () => clearTimeout(timer);
  });
  return (
    <span className="grow" data-list-search>
      <Input
        aria-label={hint}
        placeholder={hint}
        prefix={<SearchIcon size={16} />}
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </span>
  );
}
