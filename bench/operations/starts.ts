import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchCounty } from '../prepare.ts';
import { startProduct } from '../product.ts';
import { median, spread } from '../statistics.ts';
import type { Figure } from '../times.ts';
import { familyOf } from './proc.ts';

const root = join(import.meta.dirname, '..', '..');

/** `county start` by script from an empty folder, PostgreSQL and all tables included, with so many places. */
export async function measureCountyStart(directory: string, places: number): Promise<Figure[]> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(join(directory, 'places.csv'), placesOf(places));
  await writeFile(
    join(directory, 'county.json'),
    JSON.stringify({
      slug: 'bench',
      'name-zh': '丽水县',
      'name-en': 'Lishui',
      'publisher-zh': '丽水县融媒体中心',
      'publisher-en': 'Lishui Media Centre',
      phone: '0578-1234567',
      places: join(directory, 'places.csv'),
      'admin-name': '丁一诺',
      'admin-login': 'dingyinuo',
    }),
  );
  await writeFile(join(directory, 'config.json'), '{}');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, 'start.mjs'), 'cli', 'county', 'start', `--file=${join(directory, 'county.json')}`],
    {
      cwd: root,
      env: {
        ...process.env,
        XIANGYIN_VAR: directory,
        XIANGYIN_CONFIG: join(directory, 'config.json'),
        LEAST_ROOM_MB: '0',
        DEMONSTRATION: 'off',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const seconds = (performance.now() - began) / 1_000;
  await rm(directory, { recursive: true, force: true });
  if (code !== 0) throw new Error(`county start ended with ${code}`);
  return [
    {
      name: `county start by script, ${places} places, from an empty folder`,
      stories: 0,
      unit: 's',
      value: seconds,
      low: seconds,
      high: seconds,
      limit: 60,
      limitName: 'the limit set',
    },
  ];
}

function placesOf(count: number): string {
  const pad = (n: number): string => String(n).padStart(3, '0');
  const towns = Math.max(1, Math.round(count / 15));
  const lines = ['code,parent_code,level,name_zh,name_en,valid_from', '110101,,county,丽水县,Lishui,1949-10-01'];
  for (let town = 1; town <= towns; town += 1)
    lines.push(`110101${pad(town)},110101,town,${town}镇,Town ${town},1949-10-01`);
  for (let village = 0; lines.length <= count; village += 1) {
    const town = `110101${pad((village % towns) + 1)}`;
    lines.push(
      `${town}${pad(Math.floor(village / towns) + 1)},${town},village,${village}村,Village ${village},1949-10-01`,
    );
  }
  return lines.join('\n');
}

/** Everything of the program killed with -9 (not PostgreSQL), and started anew: until the first page answers. */
export async function measureKilled(county: BenchCounty, times: number): Promise<Figure[]> {
  const took: number[] = [];
  let product = await startProduct(county.directory, 8451);
  for (let n = 0; n < times; n += 1) {
    for (const pid of familyOf(product.pid)) process.kill(pid, 'SIGKILL');
    product = await startProduct(county.directory, 8451);
    took.push(product.startedInMilliseconds / 1_000);
  }
  await product.stop();
  const [low, high] = spread(took);
  return [
    {
      name: 'killed with -9 until the first page answers again',
      stories: 0,
      unit: 's',
      value: median(took),
      low,
      high,
      limit: 5,
      limitName: 'the limit set',
    },
  ];
}
