import { App, Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { csvOf, download } from '../csv.ts';
import { kitTexts } from '../kit-texts.ts';
import { isProblem } from '../problem.ts';
import { useWords } from '../texts.ts';
import { useMe } from '../session.ts';
import { RowFetch } from './fetch-rows.ts';
import { inCountyTime } from './in-county-time.ts';
import type { ListSpec } from './list-spec.ts';
import type { useList } from './use-list.ts';

/** Hands out all that matches, page by page, as a table whose times are the county's. It goes on while the person is elsewhere in the console, and can be stopped. */
export function ListExport<Row>({ spec, list }: { spec: ListSpec<Row>; list: ReturnType<typeof useList<Row>> }) {
  const words = useWords(kitTexts);
  const { message, notification } = App.useApp();
  const { timeZone } = useMe().county;
  const [busy, setBusy] = useState(false);
  const hand = (rows: readonly (readonly string[])[]): void => {
    const heads = spec.columns.map((column) => column.title);
    download(csvOf(inCountyTime(heads, rows, timeZone)), `${spec.name}.csv`);
    void message.success(words.csvDone(rows.length));
  };
  const cells = (row: Row): string[] => spec.columns.map((column) => column.text(row));
  const fetchAll = async (): Promise<void> => {
    const fetching = new RowFetch<Row>(spec, list.query, list.total);
    const key = `export ${spec.name}`;
    setBusy(true);
    notification.open({
      key,
      title: words.csv,
      description: <ExportProgress fetching={fetching} />,
      duration: 0,
      closable: false,
      role: 'status',
    });
    try {
      hand(await fetching.run(cells));
    } catch (error) {
      if (fetching.isStopped) void message.info(words.csvStopped);
      else void message.error(isProblem(error) ? error.message : words.failed);
    } finally {
      notification.destroy(key);
      setBusy(false);
    }
  };
  return (
    <Button
      type="text"
      size="small"
      disabled={busy}
      onClick={() => (spec.local ? hand(list.matching.map(cells)) : void fetchAll())}
    >
      {words.csv}
    </Button>
  );
}

function ExportProgress({ fetching }: { fetching: Pick<RowFetch<unknown>, 'count' | 'stop' | 'subscribe' | 'total'> }) {
  const words = useWords(kitTexts);
  const count = useSyncExternalStore(fetching.subscribe, fetching.count);
  return (
    <div className="export-progress">
      <progress aria-label={words.csv} {...(fetching.total === null ? {} : { value: count, max: fetching.total })} />
      <span className="num">{words.csvBusy(count, fetching.total)}</span>
      <Button size="small" onClick={fetching.stop}>
        {words.csvStop}
      </Button>
    </div>
  );
}
