import type { County } from '#platform/county';
import type { NewPlace } from '../add-places.ts';
import { day } from '../contract.ts';
import { levelsOf, packOf } from '../country-pack.ts';
import { overlap } from '../tree/place.ts';
import { CountyTree } from '../tree/county-tree.ts';
import { parseCsv } from '@xiangyin/document/from-sheet';
import type { CsvRow } from '@xiangyin/document/from-sheet';

/** What is wrong on a line of the file, in plain words of both languages. */
export interface RowProblem {
  readonly line: number;
  readonly zh: string;
  readonly en: string;
}

/** Columns of the file; the first six are needed, in any order, under these names. */
export const columns = [
  'code',
  'parent_code',
  'level',
  'name_zh',
  'name_en',
  'valid_from',
  'local_code',
  'x_km',
  'y_km',
  'population',
] as const;
type Column = (typeof columns)[number];
const longestName = 120;
const needed: readonly Column[] = ['code', 'parent_code', 'level', 'name_zh', 'name_en', 'valid_from'];

/** What is wrong with a file from which a county that is not there yet is to get its places; empty: it can be imported. */
export const problemsOfPlaces = (county: Conventions, text: string): readonly RowProblem[] =>
  readPlaces(county, new CountyTree(0, []), text).problems;

type Conventions = Pick<County, 'countryPack' | 'settings'>;

interface Row {
  readonly line: number;
  readonly cell: (column: Column) => string;
}

/** Reads a file of places against what is there already. All or nothing: with a problem on any line, no place is returned to be added.
 *  Parents may stand anywhere in the file; the answer has them before their children. */
export function readPlaces(
  county: Conventions,
  tree: CountyTree,
  text: string,
): { places: NewPlace[]; problems: RowProblem[] } {
  let rows: CsvRow[];
  try {
    rows = parseCsv(text);
  } catch (error) {
    return {
      places: [],
      problems: [{ line: 1, zh: '引号没有配对', en: error instanceof Error ? error.message : 'not a CSV file' }],
    };
  }
  const [head, ...body] = rows;
  const wrongHead = headProblems(head);
  if (wrongHead.length > 0) return { places: [], problems: wrongHead };
  const read = body.map((row): Row => ({
    line: row.line,
    cell: (column) => row.cells[head?.cells.indexOf(column) ?? -1] ?? '',
  }));
  const problems = [
    ...read.flatMap((row) => rowProblems(county, row)),
    ...codeProblems(tree, read),
    ...rootProblems(tree, read),
  ];
  if (problems.length > 0) return { places: [], problems: problems.toSorted((a, b) => a.line - b.line) };
  const { ordered, stray } = parentsFirst(tree, read);
  const misplaced = [...stray.map(parentUnknown), ...parentProblems(county, tree, ordered)];
  return misplaced.length > 0
    ? { places: [], problems: misplaced.toSorted((a, b) => a.line - b.line) }
    : { places: ordered.map(newPlace), problems: [] };
}

// A column whose name is mistyped would be passed over, and nobody would miss it.
function headProblems(head: CsvRow | undefined): RowProblem[] {
  const line = head?.line ?? 1;
  const names = (head?.cells ?? []).filter((name) => name !== '');
  const missing = needed.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return [
      {
        line,
        zh: `第一行缺少列名：${missing.join('、')}`,
        en: `the first line lacks the columns ${missing.join(', ')}`,
      },
    ];
  const known: ReadonlySet<string> = new Set(columns);
  const strange = names.filter((name, at) => !known.has(name) || names.indexOf(name) !== at);
  return strange.map((name) =>
    known.has(name)
      ? { line, zh: `列名 ${name} 写了两次`, en: `the column ${name} stands there twice` }
      : { line, zh: `没有“${name}”这一列`, en: `there is no column "${name}"` },
  );
}

const codesOf = (row: Row): string[] => [row.cell('code'), row.cell('local_code')].filter((code) => code !== '');

function rowProblems(county: Conventions, row: Row): RowProblem[] {
  const { code } = packOf(county);
  const levels = levelsOf(county);
  const found: [string, string][] = [];
  if (codesOf(row).length === 0) found.push(['没有编号（code 或 local_code）', 'no code or local_code']);
  if (row.cell('code') && !(code ?? /^\d{2,12}$/).test(row.cell('code')))
    found.push([
      `编号 ${row.cell('code')} 不是 6、9 或 12 位数字`,
      `code ${row.cell('code')} does not have 6, 9 or 12 digits`,
    ]);
  if (row.cell('local_code') && !/^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/.test(row.cell('local_code')))
    found.push(['本地编号只能用字母、数字和连字符', 'a local_code has letters, digits and hyphens only']);
  if (!Object.hasOwn(levels, row.cell('level')))
    found.push([
      `没有“${row.cell('level')}”这一级（${Object.keys(levels).join('、')}）`,
      `no level "${row.cell('level')}" (${Object.keys(levels).join(', ')})`,
    ]);
  if (!row.cell('name_zh') && !row.cell('name_en')) found.push(['没有名字', 'no name']);
  for (const column of ['name_zh', 'name_en'] as const) {
    if (row.cell(column).length > longestName)
      found.push([`${column} 太长，最多 ${longestName} 个字`, `${column} is longer than ${longestName} signs`]);
    // An Excel cell may hold a line break; a damaged file, anything.
    if (/[\p{Cc}\p{Cs}\uFFFD]/u.test(row.cell(column)))
      found.push([`${column} 里有换行或认不出的字`, `${column} holds a line break or signs that cannot be read`]);
  }
  if (!day.safeParse(row.cell('valid_from')).success)
    found.push([
      `起始日期“${row.cell('valid_from')}”不是 YYYY-MM-DD`,
      `valid_from "${row.cell('valid_from')}" is not YYYY-MM-DD`,
    ]);
  for (const column of ['x_km', 'y_km'] as const)
    if (row.cell(column) && !isWithin(row.cell(column), /^-?\d{1,4}(\.\d{1,9})?$/, 2_000))
      found.push([`${column} 不是 -2000 到 2000 的数字`, `${column} is not a number from -2000 to 2000`]);
  if (row.cell('population') && !isWithin(row.cell('population'), /^\d{1,9}$/, 200_000_000))
    found.push(['population 不是整数人数', 'population is not a whole number of people']);
  return found.map(([zh, en]) => ({ line: row.line, zh, en }));
}

const isWithin = (text: string, form: RegExp, most: number): boolean =>
  form.test(text) && Math.abs(Number(text)) <= most;

function codeProblems(tree: CountyTree, rows: readonly Row[]): RowProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) =>
    codesOf(row).flatMap((code): RowProblem[] => {
      const before = first.get(code);
      if (before !== undefined)
        return [
          {
            line: row.line,
            zh: `编号 ${code} 与第 ${before} 行重复`,
            en: `code ${code} stands on line ${before} already`,
          },
        ];
      first.set(code, row.line);
      if (tree.holdersOf(code).some((place) => overlap(place, { validFrom: row.cell('valid_from'), validTo: null })))
        return [{ line: row.line, zh: `编号 ${code} 已经在县里`, en: `code ${code} is in the county already` }];
      return [];
    }),
  );
}

function rootProblems(tree: CountyTree, rows: readonly Row[]): RowProblem[] {
  const roots = rows.filter((row) => row.cell('parent_code') === '');
  if (tree.root)
    return roots.map((row) => ({
      line: row.line,
      zh: '县已经有了，这一行要写上级编号',
      en: 'the county is there already; name a parent_code',
    }));
  if (roots.length === 1) return [];
  return roots.length === 0
    ? [{ line: 1, zh: '没有县这一行（上级编号为空）', en: 'no line for the county itself (empty parent_code)' }]
    : roots.slice(1).map((row) => ({ line: row.line, zh: '县只能有一行', en: 'only one line may be the county' }));
}

function parentsFirst(tree: CountyTree, rows: readonly Row[]): { ordered: Row[]; stray: Row[] } {
  const known = new Set(tree.places.flatMap((place) => [place.code, place.localCode].filter((code) => code !== null)));
  const ordered: Row[] = [];
  let waiting = [...rows];
  for (;;) {
    const ready = waiting.filter((row) => row.cell('parent_code') === '' || known.has(row.cell('parent_code')));
    if (ready.length === 0) return { ordered, stray: waiting };
    for (const row of ready) for (const code of codesOf(row)) known.add(code);
    ordered.push(...ready);
    waiting = waiting.filter((row) => !ready.includes(row));
  }
}

// As the screen has it (`mustStandBelow`): below a higher level, and below nothing that has ended or will.
function parentProblems(county: Conventions, tree: CountyTree, rows: readonly Row[]): RowProblem[] {
  const levels = Object.keys(levelsOf(county));
  const byCode = new Map(rows.flatMap((row) => codesOf(row).map((code) => [code, row] as const)));
  return rows.flatMap((row): RowProblem[] => {
    const code = row.cell('parent_code');
    const present = byCode.has(code) ? undefined : tree.byCode(code);
    const above = byCode.get(code)?.cell('level') ?? present?.level;
    if (present && present.validTo !== null)
      return [
        {
          line: row.line,
          zh: `上级 ${code} 到 ${present.validTo} 撤销`,
          en: `${code} is no more from ${present.validTo} on`,
        },
      ];
    if (above === undefined || levels.indexOf(above) < levels.indexOf(row.cell('level'))) return [];
    return [
      {
        line: row.line,
        zh: `“${row.cell('level')}”不能放在“${above}”下面`,
        en: `a "${row.cell('level')}" does not stand below a "${above}"`,
      },
    ];
  });
}

const parentUnknown = (row: Row): RowProblem => ({
  line: row.line,
  zh: `上级编号 ${row.cell('parent_code')} 不存在`,
  en: `parent_code ${row.cell('parent_code')} leads nowhere`,
});

const newPlace = (row: Row): NewPlace => ({
  level: row.cell('level'),
  parentCode: row.cell('parent_code') || null,
  code: row.cell('code') || null,
  localCode: row.cell('local_code') || null,
  name: {
    ...(row.cell('name_zh') ? { 'zh-CN': row.cell('name_zh') } : {}),
    ...(row.cell('name_en') ? { en: row.cell('name_en') } : {}),
  },
  validFrom: row.cell('valid_from'),
  xKm: numberOf(row.cell('x_km')),
  yKm: numberOf(row.cell('y_km')),
  population: numberOf(row.cell('population')),
});

const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
