import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareCounty } from '../prepare.ts';
import type { BenchCounty } from '../prepare.ts';
import { operations } from '../options.ts';
import type { Operation } from '../options.ts';
import type { Figure } from '../times.ts';
import { measureArchive } from './archive.ts';
import { measureManyCounties } from './many-counties.ts';
import { measureProcesses } from './processes.ts';
import { measureRolling } from './rolling.ts';
import { measureCountyStart, measureKilled } from './starts.ts';

type Say = (line: string) => void;

interface Measurement {
  /** With `full`, as long and as large as the figure is asked for; else within five minutes. */
  measure(county: BenchCounty, full: boolean): Promise<Figure[]>;
}

const measurements: Readonly<Record<Operation, Measurement>> = {
  processes: { measure: (county, full) => measureProcesses(county, full ? 20 : 6) },
  rolling: { measure: (county) => measureRolling(county, 500) },
  counties: { measure: (county, full) => measureManyCounties(county, 100, full ? 300 : 60) },
  archive: {
    measure: (county, full) => measureArchive(county, full ? 1_000_000 : 5_000, full ? 5_000_000 : 60_000),
  },
  start: { measure: (county) => measureCountyStart(`${county.directory}-start`, 600) },
  killed: { measure: (county, full) => measureKilled(county, full ? 10 : 3) },
};

/** What running an installation costs, each on a county of its own; all of it when nothing is named. */
export async function benchOperations(
  { names, full }: { names: readonly Operation[]; full: boolean },
  say: Say,
): Promise<void> {
  say(`dose: ${full ? 'full' : 'reduced (--full for the whole)'}`);
  for (const name of names.length > 0 ? names : operations) {
    say(`\n${name}`);
    const folder = await mkdtemp(join(tmpdir(), 'xiangyin-bench-'));
    const county = await prepareCounty(folder);
    try {
      for (const figure of await measurements[name].measure(county, full)) say(lineOf(figure));
    } finally {
      await county.close();
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function lineOf({ name, value, unit, low, high, limit, limitName, ratio, note }: Figure): string {
  const round = (number: number): string => (number >= 100 ? number.toFixed(0) : number.toFixed(2));
  const parts = [
    `${name}: ${round(value)} ${unit}`.trimEnd(),
    low === high ? '' : `(${round(low)} to ${round(high)})`,
    limit === undefined ? '' : `beside ${round(limit)} (${limitName})`,
    ratio === undefined ? '' : `ratio ${ratio.toFixed(2)}`,
    note ?? '',
  ];
  return parts.filter(Boolean).join(' ');
}
