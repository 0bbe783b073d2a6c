import { Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import type { IdeaLine } from '@xiangyin/server/contract';
import { kitTexts } from '../../kit/kit-texts.ts';
import { SearchIcon } from '../../kit/icons.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useSections } from '../use-sections.ts';
import { planningTexts } from './planning-texts.ts';
import { usePlanFilters, type PlanFilter } from './use-plan.ts';

const kinds = ['text', 'picture', 'audio', 'video'] as const;

/** Search and filters over board and calendar. Who is offered are those who have something in hand there, oneself first. */
export function PlanBar({ ideas }: { ideas: readonly IdeaLine[] }) {
  const words = useWords(planningTexts);
  const kit = useWords(kitTexts);
  const sections = useSections();
  const [open, setOpen] = useState(false);
  const { chosen, choose, isFiltered } = usePlanFilters();
  const filter = (param: PlanFilter, label: string, options: { value: string; label: string }[]) => (
    <Select
      className="select"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={chosen(param) || null}
      options={options}
      onChange={(value: string | null | undefined) => choose({ [param]: value ?? '' })}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <div className="list-bar" role="search" data-open={open || isFiltered}>
      <PlanSearch />
      <Button className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {kit.filters}
      </Button>
      {filter('person', words.filters.person, usePeople(ideas))}
      {filter(
        'kind',
        words.filters.kind,
        kinds.map((value) => ({ value, label: words.kinds[value] })),
      )}
      {filter('section', words.filters.section, sections)}
    </div>
  );
}

function usePeople(ideas: readonly IdeaLine[]): { value: string; label: string }[] {
  const words = useWords(planningTexts);
  const me = useMe();
  const people = new Map<string, string>();
  for (const idea of ideas) for (const { person } of idea.assignments) if (person) people.set(person.id, person.name);
  people.delete(me.personId);
  return [
    { value: me.personId, label: words.filters.mine },
    ...[...people].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label)),
  ];
}

// Asked for once the fingers rest, so that nothing is read for half a word.
function PlanSearch() {
  const words = useWords(planningTexts);
  const { chosen, choose } = usePlanFilters();
  const [typed, setTyped] = useState(chosen('q'));
  const [seen, setSeen] = useState(typed);
  const wait = useRef(0);
  // The address was changed elsewhere: filters cleared.
  if (seen !== chosen('q')) {
    setSeen(chosen('q'));
    if (chosen('q') !== typed.trim()) setTyped(chosen('q'));
  }
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(wait.current);
    wait.current = window.setTimeout(() => choose({ q: text.trim() }), 300);
  };
  return (
    <Input
      className="grow"
      type="search"
      allowClear
      prefix={<SearchIcon size={16} />}
      value={typed}
      maxLength={100}
      aria-label={words.filters.search}
      placeholder={words.filters.search}
      onChange={(event) => type(event.target.value)}
    />
  );
}
