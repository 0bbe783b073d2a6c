import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CsvColumn, ImportPreview, ImportRows } from '../contract.ts';
import { columnOf } from './columns.ts';
import { judgeRows } from './judge-rows.ts';
import type { JudgedRow } from './judge-rows.ts';

/** What a list of people would bring, row by row; writes nothing. Refuses: NoNameColumn (422) where no column is the names. */
export async function previewImport(ctx: Ctx, actor: Actor, rows: ImportRows): Promise<ImportPreview> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'person.add');
    mustHaveNames(rows);
    const judged = await judgeRows(tx, actor, rows);
    const heads = rows[0]?.cells ?? [];
    return {
      columns: heads.map((head) => ({ head, as: columnOf(head) })),
      items: judged.map((row) => itemOf(tx, heads, row)),
    };
  });
}

/** Refuses: NoNameColumn (422). */
export function mustHaveNames(rows: ImportRows): void {
  if (!rows[0]?.cells.some((head) => columnOf(head) === 'name')) refuse('NoNameColumn');
}

function itemOf(tx: Tx, heads: readonly string[], row: JudgedRow): ImportPreview['items'][number] {
  const say = (code: string, facts: Record<string, unknown> = {}): string =>
    tx.ctx.app.wording.say(tx.ctx.tag, `people.import.${code}`, facts);
  const headOf = (column: CsvColumn): string =>
    heads.find((head) => columnOf(head) === column) ?? say(`column.${column}`);
  const problems = row.problems.map(({ column, code }) => ({ column: headOf(column), message: say(code) }));
  const twice = row.asLine === null ? [] : [{ column: '', message: say('twice', { line: row.asLine }) }];
  const shared = row.sharedWith
    ? [{ column: headOf(row.sharedWith.column), message: say('shared', { line: row.sharedWith.line }) }]
    : [];
  return {
    line: row.line,
    verdict: row.verdict,
    name: row.cells.name ?? '',
    phone: row.cells.phone ?? '',
    place: row.cells.place ?? '',
    personId: row.personId,
    problems: [...problems, ...twice, ...shared],
  };
}
