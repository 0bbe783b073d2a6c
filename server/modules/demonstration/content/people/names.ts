import type { PersonContent } from '../people-content.ts';

/** A key from a name in pinyin: "Jiang Yue'e" → "jiangyuee". */
export function keyOfName(en: string): string {
  return en.toLowerCase().replaceAll(/[^a-z]/gu, '');
}

/** A person from a table's cell "罗小川 Luo Xiaochuan"; `number` (up to six digits) makes the telephone number. */
export function personFrom(cell: string, placeCode: string, number: number): PersonContent {
  const [zh = '', ...pinyin] = cell.split(' ');
  const en = pinyin.join(' ');
  return { key: keyOfName(en), zh, en, phone: `19900${String(number).padStart(6, '0')}`, placeCode };
}

/** The rows of a table written as text: one row a line, cells parted by "|". */
export function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}
