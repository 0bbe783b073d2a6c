import { App, Button } from 'antd';
import { useState } from 'react';
import { addressOf, read } from '../api.ts';
import { csvOf, download } from '../csv.ts';
import { kitTexts } from '../kit-texts.ts';
import { isProblem, problemOf } from '../problem.ts';
import { useWords } from '../texts.ts';
import type { ListPage, ListSpec } from './list-spec.ts';
import type { useList } from './use-list.ts';

const most = 5_000;

/** Hands out what the list shows, all its pages, as a table. */
export function ListExport<Row>({ spec, list }: { spec: ListSpec<Row>; list: ReturnType<typeof useList<Row>> }) {
  const words = useWords(kitTexts);
  const { message } = App.useApp();
  const [fetched, setFetched] = useState<number | null>(null);
  const run = async (): Promise<void> => {
    setFetched(0);
    try {
      if (spec.exportPath) {
        download(await readFile(spec.exportPath, list.query), `${spec.name}.csv`);
        return;
      }
      const rows = spec.local ? list.matching : await allRows<Row>(spec, list.query, setFetched);
      download(
        csvOf([
          spec.columns.map((column) => column.title),
          ...rows
            .slice(0, spec.local ? rows.length : most)
            .map((row) => spec.columns.map((column) => column.text(row))),
        ]),
        `${spec.name}.csv`,
      );
      void message.success(!spec.local && rows.length > most ? words.csvCut(most) : words.csvDone(rows.length));
    } catch (error) {
      void message.error(isProblem(error) ? error.message : words.failed);
    } finally {
      setFetched(null);
    }
  };
  return (
    <Button type="text" size="small" disabled={fetched !== null} onClick={() => void run()}>
      {fetched === null ? words.csv : words.csvBusy(fetched)}
    </Button>
  );
}

async function allRows<Row>(
  spec: ListSpec<Row>,
  query: Readonly<Record<string, string | number | boolean | undefined>>,
  onProgress: (count: number) => void,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let next: string | null | undefined;
  do {
    const page = await read<ListPage<Row>>(spec.path, {
      ...query,
      ...(spec.pageSize ? { limit: 100 } : {}),
      [spec.cursorParam ?? 'cursor']: next ?? '',
    });
    rows.push(...page.items);
    onProgress(rows.length);
    next = page.next;
  } while (next && rows.length <= most);
  return rows;
}

async function readFile(path: string, query: Parameters<typeof addressOf>[1]): Promise<Blob> {
  const answer = await fetch(addressOf(path, query), { credentials: 'same-origin' });
  if (!answer.ok) throw await problemOf(answer, answer.statusText);
  return answer.blob();
}
