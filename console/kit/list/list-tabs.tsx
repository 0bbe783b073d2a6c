import { useEffect, useRef } from 'react';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import type { ListSpec } from './list-spec.ts';
import type { useList } from './use-list.ts';
import { useViews } from './views/use-views.ts';
import { ViewMenu } from './views/view-menu.tsx';

/** All, then the views this person has, their own and those that colleagues share, then the states with their counts. */
export function ListTabs<Row>({ spec, list }: { spec: ListSpec<Row>; list: ReturnType<typeof useList<Row>> }) {
  const { tabs } = spec;
  const views = useViews(spec.name);
  const words = useWords(kitTexts).views;
  const row = useRef<HTMLDivElement>(null);
  const pressed = views.shown?.id ?? (tabs ? list.chosen(tabs.param) : '');
  // The row may be wider than the page; what is chosen stands where it can be seen.
  useEffect(() => {
    row.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pressed]);
  const mayKeep = views.search !== '';
  if (!tabs && views.items.length === 0 && !mayKeep) return null;
  const stateTab = ({ value, label }: { value: string; label: string }) => {
    const count = tabs?.countOf?.(value, list.counts);
    return (
      <button
        key={value}
        type="button"
        aria-pressed={!views.shown && tabs !== undefined && list.chosen(tabs.param) === value}
        onClick={() => tabs && list.choose({ saved: '', [tabs.param]: value })}
      >
        {label}
        {count !== undefined && <span className="count">{count}</span>}
      </button>
    );
  };
  const options = tabs?.options ?? [];
  return (
    <div className="list-head">
      <div className="list-tabs" role="group" ref={row}>
        {options.filter(({ value }) => value === '').map(stateTab)}
        {views.items.map((view) => (
          <button
            key={view.id}
            type="button"
            aria-pressed={view === views.shown}
            title={view.audience ? words.sharedBy(view.owner.name, view.audience.name) : undefined}
            onClick={() => views.open(view)}
          >
            “{view.name}”
          </button>
        ))}
        {options.filter(({ value }) => value !== '').map(stateTab)}
      </div>
      <ViewMenu list={spec.name} views={views} mayKeep={mayKeep} />
    </div>
  );
}
