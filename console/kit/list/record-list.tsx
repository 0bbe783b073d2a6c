import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { setPlaceHere } from '../here.ts';
import { kitTexts } from '../kit-texts.ts';
import { Failure } from '../loaded.tsx';
import { Bones, Quiet } from '../page.tsx';
import { isProblem } from '../problem.ts';
import { useShortcuts } from '../shortcuts.ts';
import { useTimes } from '../time.ts';
import { useWords } from '../texts.ts';
import './list.css';
import { ColumnChoice } from './column-choice.tsx';
import { ListBar } from './list-bar.tsx';
import { ListExport } from './list-export.tsx';
import type { ListSpec } from './list-spec.ts';
import { ListCards } from './list-cards.tsx';
import { ListTable } from './list-table.tsx';
import { ListTabs } from './list-tabs.tsx';
import { ManyBar } from './many/many-bar.tsx';
import { useTicked } from './many/use-ticked.ts';
import type { Ticked } from './many/use-ticked.ts';
import { narrowing, useList } from './use-list.ts';

/** A list as every list of the console is: tabs and filters in the address, search, sort, more by keyset, keys, export, saved views. */
export function RecordList<Row>({ spec }: { spec: ListSpec<Row> }) {
  const words = useWords(kitTexts);
  const times = useTimes();
  const list = useList(spec);
  const ticked = useTicked(spec, list.rows);
  const { active, setActive } = useListKeys(spec, list.rows, ticked);
  const { pages, rows, stand } = list;
  const further = list.searchedTo === null ? words.more : words.lookFurther;
  return (
    <div className="stack">
      <ListTabs spec={spec} list={list} />
      <ListBar spec={spec} list={list} />
      {stand === 'failed' ? (
        <Failure error={pages.error} again={() => void pages.refetch()} />
      ) : stand === 'loading' ? (
        <Bones label={words.loading} />
      ) : stand === 'none-match' && list.searchedTo !== null ? (
        <Quiet title={words.noneAsFarAs(times.at(list.searchedTo))}>
          <Button loading={pages.isFetchingNextPage} onClick={list.showMore}>
            {words.lookFurther}
          </Button>
        </Quiet>
      ) : stand === 'none-match' ? (
        <Quiet title={words.emptyFiltered}>
          <Button onClick={() => list.choose(cleared(spec))}>{words.clear}</Button>
        </Quiet>
      ) : stand === 'none-here' ? (
        <Quiet title={words.emptyHere}>
          <Button onClick={() => setPlaceHere(null)}>{words.lookEverywhere}</Button>
        </Quiet>
      ) : stand === 'none' ? (
        spec.empty
      ) : (
        <>
          <div className="list-rows" aria-busy={stand === 'rows-of-before'}>
            {spec.card ? (
              <ListCards spec={spec} rows={rows} active={active} />
            ) : (
              <ListTable spec={spec} list={list} rows={rows} active={active} onActive={setActive} ticked={ticked} />
            )}
          </div>
          <div className="list-foot">
            {stand === 'rows-of-before' ? (
              <span role="status">{words.loading}</span>
            ) : (
              <span>{words.shown(rows.length, list.total)}</span>
            )}
            {list.searchedTo !== null && <span>{words.asFarAs(times.at(list.searchedTo))}</span>}
            {stand === 'rows-without-rest' && (
              <span className="rest" role="alert">
                {isProblem(pages.error) ? pages.error.message : words.restFailed(further)}
              </span>
            )}
            {list.hasMore && (
              <Button loading={pages.isFetchingNextPage} onClick={list.showMore}>
                {further}
              </Button>
            )}
            {spec.many && (
              <Button type="text" size="small" className="many-pick" onClick={() => ticked.pick(!ticked.picking)}>
                {ticked.picking ? words.many.none : words.many.pick}
              </Button>
            )}
            <span className="keys">{words.keysHint}</span>
            {!spec.card && <ColumnChoice spec={spec} list={list} />}
            <ListExport spec={spec} list={list} />
          </div>
        </>
      )}
      {spec.many && <ManyBar many={spec.many} ticked={ticked} />}
    </div>
  );
}

const cleared = <Row,>(spec: ListSpec<Row>): Record<string, string> =>
  Object.fromEntries(narrowing(spec).map((param) => [param, '']));

function useListKeys<Row>(spec: ListSpec<Row>, rows: readonly Row[], ticked: Ticked<Row>) {
  const navigate = useNavigate();
  const [active, setActive] = useState(-1);
  const at = Math.min(active, rows.length - 1);
  const step = (by: number) => setActive(Math.max(0, Math.min(rows.length - 1, at + by)));
  const row = rows[at];
  // With the shift key the ticks go along.
  const stepTicking = (by: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by));
    if (spec.many) ticked.span(at < 0 ? next : at, next);
    setActive(next);
  };
  const go = (href: string | null | undefined) => href && void navigate(href);
  useEffect(() => {
    activeRow()?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onControl = (event: KeyboardEvent): boolean =>
    event.target instanceof HTMLElement && ['A', 'BUTTON'].includes(event.target.tagName);
  const open = (one: Row): void => {
    if (spec.onOpen) spec.onOpen(one);
    else if (spec.href) go(spec.href(one));
    // A row that leads nowhere may still have something to do in it.
    else activeRow()?.querySelector<HTMLElement>('a, button')?.focus();
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    ...(document.activeElement === document.body || active >= 0
      ? {
          ArrowDown: (event: KeyboardEvent) => (event.shiftKey ? stepTicking(1) : step(1)),
          ArrowUp: (event: KeyboardEvent) => (event.shiftKey ? stepTicking(-1) : step(-1)),
        }
      : {}),
    J: () => stepTicking(1),
    K: () => stepTicking(-1),
    ...(spec.many && at >= 0 ? { ' ': () => ticked.toggle(at), Escape: () => ticked.pick(false) } : {}),
    Enter: (event) => {
      if (onControl(event)) (event.target as HTMLElement).click();
      else if (row !== undefined) open(row);
    },
    e: () => row !== undefined && go(spec.editHref?.(row) ?? spec.href?.(row)),
    '/': () => document.querySelector<HTMLInputElement>('[data-list-search] input')?.focus(),
  });
  return { active: at, setActive };
}

const activeRow = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-active="true"]');
