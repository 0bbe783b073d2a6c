import { readFile } from 'node:fs/promises';
import { readSheet, SheetFault } from '@xiangyin/document/from-sheet';
import type { CsvRow } from '@xiangyin/document/from-sheet';
import { systemActor } from '#platform/actor';
import type { Command } from '#platform/manifest';
import type { Ctx } from '#platform/transaction';
import { importRows } from '../contract.ts';
import type { ImportPreview } from '../contract.ts';
import { makeImport } from './make-import.ts';
import { previewImport } from './preview-import.ts';

const actor = systemActor('cli people import');

/** `cli people import <file>`: writes down the people of a CSV file or an Excel workbook who are not there yet; with a mistake on any line, nobody. */
export const importPeopleCommand: Command = {
  name: 'people import',
  summary: '从 CSV 或 Excel 登记人员（有错就都不登记） · Write down people from CSV or Excel, all or nobody',
  usage: [
    'people import <file.csv|file.xlsx> [--county=<slug>] [--preview]',
    '',
    '  第一行写列名：姓名、电话、邮箱、地方、署名、语言、监护人、监护人电话；只有姓名必填',
    '  the first row names the columns: name, phone, email, place, shown as, language, guardian, guardian phone; only the name is needed',
    '  --preview   只看，不登记 · shows what would be done',
  ].join('\n'),
  async run({ args, flags, say, inCounty }) {
    const [file, more] = args;
    if (file === undefined || more !== undefined) {
      say(`用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
    const read = importRows.safeParse(await rowsOf(file));
    if (!read.success) {
      say(
        `读不了 ${file}：要有列名和 1 到 1000 行，5 MB 以内 · ${file} cannot be read: it needs a row of names and 1 to 1000 others, in 5 MB`,
      );
      return 1;
    }
    const broken = read.data.find(({ cells }) => cells.some((cell) => cell.includes('\u0000') || !cell.isWellFormed()));
    if (broken) {
      say(`✗ ${broken.line}: 有认不出的字 · holds signs that cannot be read`);
      return 1;
    }
    return inCounty((ctx) => bring(ctx, read.data, flags['preview'] !== undefined, say));
  },
};

async function rowsOf(file: string): Promise<readonly CsvRow[]> {
  try {
    return await readSheet(new Uint8Array(await readFile(file)));
  } catch (error) {
    if (error instanceof SheetFault || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}

async function bring(
  ctx: Ctx,
  rows: Parameters<typeof previewImport>[2],
  isPreview: boolean,
  say: (line: string) => void,
): Promise<number> {
  const { items } = await previewImport(ctx, actor, rows);
  const of = (verdict: ImportPreview['items'][number]['verdict']) => items.filter((item) => item.verdict === verdict);
  for (const { line, problems } of of('wrong'))
    say(`✗ ${line}: ${problems.map(({ column, message }) => `${column} ${message}`).join(' · ')}`);
  for (const { line, problems } of of('conflict')) {
    const why = problems.map(({ column, message }) => ` ${column} ${message}`).join(' ·');
    say(
      `? ${line}:${why} 电话或邮箱是别人的，请在工作台里选 · phone or address is somebody else’s: choose in the console`,
    );
  }
  say(
    `新的 ${of('new').length}，已有 ${of('same').length}，要看 ${of('conflict').length}，有错 ${of('wrong').length} · new, there already, to look at, wrong`,
  );
  if (of('wrong').length > 0) return 1;
  const lines = of('new').map(({ line }) => line);
  if (isPreview || lines.length === 0) return 0;
  const { made } = await makeImport(ctx, actor, { rows, lines });
  say(`登记了 ${made} 人 · people written down: ${made}`);
  return 0;
}
