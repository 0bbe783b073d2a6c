import { isLiving, phoneForm, placeByCode, placesOf, today } from '#places';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { z } from 'zod';
import type { CsvColumn, ImportRows } from '../contract.ts';
import type { NewPerson } from '../person/add-person.ts';
import { columnOf } from './columns.ts';

/** A cell that cannot be taken as it is; `code`'s words stand under `people.import.<code>`. */
export interface CellProblem {
  readonly column: CsvColumn;
  readonly code: 'missing' | 'phone' | 'email' | 'place' | 'places' | 'elsewhere' | 'language' | 'guardian' | 'long';
}

/** A row as it was read: a person, or what is wrong with it. */
export interface ReadRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<CsvColumn, string>>>;
  readonly person: NewPerson;
  readonly problems: readonly CellProblem[];
}

/** Reads the rows below the first, which names the columns. */
export function readRows(tx: Tx, actor: Actor, rows: ImportRows): ReadRow[] {
  const columns = (rows[0]?.cells ?? []).map((head) => columnOf(head));
  return rows.slice(1).map(({ line, cells }) => {
    const known: Partial<Record<CsvColumn, string>> = {};
    for (const [at, column] of columns.entries()) if (column && !known[column]) known[column] = cells[at]?.trim() ?? '';
    return { line, cells: known, ...readRow(tx, actor, known) };
  });
}

type Cells = ReadRow['cells'];

const isEmail = (text: string): boolean => z.email().max(200).safeParse(text).success;
const languages: Readonly<Record<string, 'zh-CN' | 'en'>> = {
  'zh-cn': 'zh-CN',
  中文: 'zh-CN',
  chinese: 'zh-CN',
  en: 'en',
  英文: 'en',
  english: 'en',
};

function readRow(tx: Tx, actor: Actor, cells: Cells): Pick<ReadRow, 'person' | 'problems'> {
  const problems: CellProblem[] = [];
  const wrong = (column: CsvColumn, code: CellProblem['code']): void => void problems.push({ column, code });
  const said = (column: CsvColumn): string => cells[column] ?? '';
  if (said('name') === '') wrong('name', 'missing');
  for (const column of ['name', 'displayName', 'guardian'] as const)
    if (said(column).length > 60) wrong(column, 'long');
  for (const column of ['phone', 'guardianPhone'] as const)
    if (said(column) !== '' && phoneForm(tx.ctx.county, said(column)) === null) wrong(column, 'phone');
  if (said('email') !== '' && !isEmail(said('email'))) wrong('email', 'email');
  const language = languages[said('language').toLowerCase()];
  if (said('language') !== '' && !language) wrong('language', 'language');
  if ((said('guardian') === '') !== (said('guardianPhone') === ''))
    wrong(said('guardian') === '' ? 'guardian' : 'guardianPhone', 'guardian');
  const placeId = readPlace(tx, actor, said('place'), wrong);
  const person: NewPerson = {
    name: said('name'),
    displayName: said('displayName') || undefined,
    email: said('email') || null,
    phone: said('phone') || null,
    language,
    placeId,
    guardian: said('guardian') ? { name: said('guardian'), phone: said('guardianPhone'), agreedAt: tx.at } : null,
  };
  return { person, problems };
}

// By code, or by a name that only one place has. Somebody without a place belongs to the whole county.
function readPlace(
  tx: Tx,
  actor: Actor,
  said: string,
  wrong: (column: CsvColumn, code: CellProblem['code']) => void,
): string | null {
  const tree = placesOf(tx);
  const living = tree.places.filter((place) => isLiving(place, today(tx)));
  const named = living.filter(({ name }) =>
    [name['zh-CN'], name.en].some((one) => one?.toLowerCase() === said.toLowerCase()),
  );
  const byCode = said === '' ? tree.root : placeByCode(tx, said);
  const place = byCode ?? (named.length === 1 ? named[0] : undefined);
  if (!place) wrong('place', named.length > 1 ? 'places' : 'place');
  else if (!may(tx, actor, 'person.add', { placeId: place.id })) wrong('place', 'elsewhere');
  return said === '' ? null : (place?.id ?? null);
}
