import { unzipSync, zipSync } from 'fflate';
import { parseCsv } from './parse-csv.ts';
import type { CsvRow } from './parse-csv.ts';
import { SheetFault } from './sheet-fault.ts';

const mostBytes = 5_000_000;
const mostParts = 500;
const mostUnpacked = 40_000_000;

/** The rows of a CSV file (UTF-8, or GB 18030 as Excel saves it in China) or of an Excel workbook's first sheet (ECMA-376), all cells as text, rows without any left out. Of a formula what it last said is read; none is worked out. Days read `YYYY-MM-DD`.
 *  Measured before it is unpacked; whoever chose the file reads it on a machine of their own. Throws SheetFault. */
export async function readSheet(file: Uint8Array<ArrayBuffer>): Promise<readonly CsvRow[]> {
  if (file.length > mostBytes) throw new SheetFault('tooLarge');
  const isZip = file[0] === 0x50 && file[1] === 0x4b;
  return isZip ? fromWorkbook(file) : fromText(file);
}

function fromText(file: Uint8Array): CsvRow[] {
  try {
    return parseCsv(sheetText(file));
  } catch (error) {
    throw new SheetFault('unreadable', error);
  }
}

/** The text of a CSV file: UTF-8, or GB 18030 as Excel saves it in China. Throws for a file that is neither. */
export function sheetText(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(file);
  }
}

async function fromWorkbook(file: Uint8Array): Promise<CsvRow[]> {
  const measured = zipSync(partsOf(file), { level: 0 });
  const { readSheet: read } = await import('read-excel-file/universal');
  try {
    // A telephone number is text, whatever the sheet takes it for.
    const rows = await read(measured.buffer, { parseNumber: (said: string) => said });
    return rows
      .map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => cellText(cell)) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    throw new SheetFault('unreadable', error);
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return (/^\d+(\.\d+)?E\+?\d+$/i.test(cell) ? String(Number(cell)) : cell).trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

// Each part gets no more room than the file says it needs, and all together no more than any list takes.
function partsOf(file: Uint8Array): Record<string, Uint8Array> {
  let [parts, unpacked, isTooLarge, isWorkbook] = [0, 0, false, false];
  try {
    const kept = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        unpacked += originalSize;
        isTooLarge ||= parts > mostParts || unpacked > mostUnpacked;
        isWorkbook ||= name === 'xl/workbook.xml';
        return !isTooLarge;
      },
    });
    if (!isTooLarge && isWorkbook) return kept;
  } catch (error) {
    throw new SheetFault('unreadable', error);
  }
  throw new SheetFault(isTooLarge ? 'tooLarge' : 'unreadable');
}
