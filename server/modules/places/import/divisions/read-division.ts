import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { ExplainedError } from '#platform/explained-error';
import { parseCsv } from '@xiangyin/document/from-sheet';
import { columns } from '../read-places.ts';
import type { DivisionSource } from './source.ts';

// From the county down, with the level that each becomes.
const files = { 'areas.csv': 'county', 'streets.csv': 'town', 'villages.csv': 'village' } as const;
type DivisionFile = keyof typeof files;

interface Division {
  readonly code: string;
  readonly name: string;
}

/** One county with its towns and villages, cut out of the package as a list that `readPlaces` reads. The package is read as a stream, line by line: of its 620,000 villages only the county's own are ever kept.
 *  Throws ExplainedError for a code that no county has; it names those of the same city. */
export async function readDivision({ file, asOf }: DivisionSource, code: string): Promise<string> {
  const found: Record<DivisionFile, Division[]> = { 'areas.csv': [], 'streets.csv': [], 'villages.csv': [] };
  const waiting = new Set<string>(Object.keys(files));
  const archive = extract();
  const source = createReadStream(file);
  const unpacked = source.on('error', (error) => archive.destroy(error)).pipe(createGunzip());
  unpacked.on('error', (error) => archive.destroy(error)).pipe(archive);
  try {
    for await (const entry of archive) {
      const name = entry.header.name.split('/').at(-1) ?? '';
      // The counties of the city too, to name them where the code is wrong.
      if (isDivisionFile(name))
        found[name] = await linesOf(Readable.from(entry), name === 'areas.csv' ? code.slice(0, 4) : code);
      else entry.resume();
      waiting.delete(name);
      // Behind them lie 150 MB that nobody needs.
      if (waiting.size === 0) break;
    }
  } catch (error) {
    throw new ExplainedError(`${file} 不是 npm 的包 · ${file} is no package of npm`, { cause: error });
  } finally {
    source.destroy();
    unpacked.destroy();
    archive.destroy();
  }
  if (waiting.size > 0)
    throw new ExplainedError(
      `${file} 里没有 ${[...waiting].join('、')} · ${file} does not hold ${[...waiting].join(', ')}`,
    );
  return asList(found, code, asOf);
}

const isDivisionFile = (name: string): name is DivisionFile => Object.hasOwn(files, name);

async function linesOf(entry: Readable, beginning: string): Promise<Division[]> {
  const divisions: Division[] = [];
  for await (const line of createInterface({ input: entry, crlfDelay: Infinity })) {
    if (!line.startsWith(beginning) && !line.startsWith(`"${beginning}`)) continue;
    const [row] = parseCsv(line);
    const [code = '', name = ''] = row?.cells ?? [];
    divisions.push({ code, name });
  }
  return divisions;
}

function asList(found: Readonly<Record<DivisionFile, readonly Division[]>>, code: string, asOf: string): string {
  if (!found['areas.csv'].some((area) => area.code === code))
    throw new ExplainedError(unknownCounty(found, code, asOf));
  const rows = (Object.keys(files) as DivisionFile[]).flatMap((file) =>
    found[file]
      .filter((division) => division.code.startsWith(code))
      .map(({ code: own, name }) => [own, own.slice(0, -3), files[file], shortName(name), '', asOf]),
  );
  return [
    columns.slice(0, 6),
    ...rows.map(([own = '', parent = '', ...rest]) => [own, own === code ? '' : parent, ...rest]),
  ]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
}

function unknownCounty(found: Readonly<Record<DivisionFile, readonly Division[]>>, code: string, asOf: string): string {
  const near = found['areas.csv'].map((area) => `${area.code} ${area.name}`).join('、');
  return `${asOf} 没有编号为 ${code} 的县${near ? `；同一个市的：${near}` : ''} · On ${asOf} no county had the code ${code}${near ? '; see those of the same city' : ''}`;
}

/** The place's name out of that of its committee, as far as that is certain: 北石臼村委会 → 北石臼村, 多福巷社区居委会 → 多福巷社区; 历山居委会 stays. */
export function shortName(name: string): string {
  const village = /^(.+?)(?:村民委员会|村委会)$/.exec(name)?.[1];
  if (village) return /(?:村|社区|嘎查)$/.test(village) ? village : `${village}村`;
  return /^(.+(?:村|社区|嘎查))(?:居民委员会|居委会)$/.exec(name)?.[1] ?? name;
}
