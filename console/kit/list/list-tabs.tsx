import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CloseIcon } from '../icons.tsx';
import { kitTexts } from '../kit-texts.ts';
import { keep, keptOf } from '../kept.ts';
import { useMe } from '../session.ts';
import { useWords } from '../texts.ts';
import type { ListSpec } from './list-spec.ts';
import type { useList } from './use-list.ts';

interface SavedView {
  readonly name: string;
  readonly search: string;
}

/** The states as tabs with their counts, and beside them the views this person keeps. */
export function ListTabs<Row>({ spec, list }: { spec: ListSpec<Row>; list: ReturnType<typeof useList<Row>> }) {
  const { tabs } = spec;
  const { views, save, drop } = useSavedViews(spec.name);
  const [address, setAddress] = useSearchParams();
  const words = useWords(kitTexts);
  if (!tabs && views.length === 0 && !list.isFiltered) return null;
  const shown = views.find((view) => view.search === address.toString());
  return (
    <div className="list-tabs" role="group">
      {tabs?.options.map((option) => {
        const count = tabs.countOf?.(option.value, list.counts);
        return (
          <button
            key={option.value}
            type="button"
            aria-pressed={!shown && list.chosen(tabs.param) === option.value}
            onClick={() => list.choose({ [tabs.param]: option.value })}
          >
            {option.label}
            {count !== undefined && <span className="count">{count}</span>}
          </button>
        );
      })}
      {views.map((view) => (
        <button
          key={view.name}
          type="button"
          aria-pressed={view === shown}
          onClick={() => setAddress(view.search, { replace: true })}
        >
          “{view.name}”
        </button>
      ))}
      {shown ? (
        <Button
          type="text"
          size="small"
          aria-label={words.dropView}
          title={words.dropView}
          icon={<CloseIcon size={14} />}
          onClick={() => drop(shown.name)}
        />
      ) : (
        list.isFiltered && <SaveView onSave={(name) => save({ name, search: address.toString() })} />
      )}
    </div>
  );
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const words = useWords(kitTexts);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const finish = (): void => {
    if (name.trim() === '') return;
    onSave(name.trim());
    setOpen(false);
    setName('');
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="row">
          <Input
            aria-label={words.viewName}
            placeholder={words.viewNameHint}
            maxLength={24}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={finish}
          />
          <Button type="primary" onClick={finish}>
            {words.save}
          </Button>
        </div>
      }
    >
      <button type="button">+ {words.saveView}</button>
    </Popover>
  );
}

function useSavedViews(list: string) {
  const { personId } = useMe();
  const [views, setViews] = useState<readonly SavedView[]>(
    () => keptOf<SavedView[]>(personId, `views.${list}`)?.value ?? [],
  );
  const set = (next: readonly SavedView[]): void => {
    setViews(next);
    keep(personId, `views.${list}`, next);
  };
  return {
    views,
    save: (view: SavedView) => set([...views.filter((other) => other.name !== view.name), view]),
    drop: (name: string) => set(views.filter((view) => view.name !== name)),
  };
}
