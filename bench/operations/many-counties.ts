import { setTimeout as pause } from 'node:timers/promises';
import { addCounty } from '../../server/platform/add-county.ts';
import { addPlaces } from '../../server/modules/places/index.ts';
import { inCounty } from '../../server/platform/transaction.ts';
import type { BenchCounty } from '../prepare.ts';
import { startProduct } from '../product.ts';
import type { Figure } from '../times.ts';
import { openBesides } from '../open-besides.ts';
import { familyOf, megabytes, postgresAt, processorSeconds } from './proc.ts';

/** All roles at rest with the few counties of the bench, and with `count`, each with a place and its keys: memory and processor of the program and of PostgreSQL, over `seconds`. */
export async function measureManyCounties(county: BenchCounty, count: number, seconds: number): Promise<Figure[]> {
  const few = await atRest(county, seconds);
  await openCounties(county, count);
  const many = await atRest(county, seconds);
  const line = (name: string, unit: string, of: (one: typeof few) => number): Figure => ({
    name: `${name} at rest, ${count} counties against 2`,
    stories: 0,
    unit,
    value: of(many),
    low: of(few),
    high: of(many),
    limit: of(few) * 1.3,
    limitName: '1.3 times as much as few',
    ratio: of(many) / of(few),
  });
  return [
    line('memory of the program', 'MB', (one) => one.program.megabytes),
    line('memory of program and PostgreSQL', 'MB', (one) => one.program.megabytes + one.postgres.megabytes),
    line('processor of the program, of a core', '%', (one) => one.program.share * 100),
    line(
      'processor of program and PostgreSQL, of a core',
      '%',
      (one) => (one.program.share + one.postgres.share) * 100,
    ),
  ];
}

async function atRest(county: BenchCounty, seconds: number) {
  const product = await startProduct(county.directory, 8431);
  try {
    // What a start still does behind the first page. What comes round every minute begins a minute after the start, within the time that is measured.
    await pause(45_000);
    const program = familyOf(product.pid);
    const postgres = await postgresAt(county.postgres.adminUrl('xiangyin'));
    const before = [processorSeconds(program), processorSeconds(postgres)] as const;
    const began = performance.now();
    await pause(seconds * 1_000);
    const took = (performance.now() - began) / 1_000;
    const share = (pids: readonly number[], used: number) => ({
      share: (processorSeconds(pids) - used) / took,
      megabytes: megabytes(pids),
    });
    return { program: share(program, before[0]), postgres: share(postgres, before[1]) };
  } finally {
    await product.stop();
  }
}

async function openCounties(county: BenchCounty, count: number): Promise<void> {
  const app = await openBesides(county.postgres.appUrl('xiangyin'), county.directory);
  try {
    for (let n = app.counties.all().length; n < count; n += 1) {
      const made = await addCounty(app, {
        slug: `many-${n}`,
        name: { 'zh-CN': `第${n}县`, en: `County ${n}` },
        publisher: { 'zh-CN': `第${n}县融媒体中心`, en: `Media Centre ${n}` },
        phone: '0000-0000000',
        timeZone: 'Asia/Shanghai',
        countryPack: 'cn',
        languages: ['zh-CN', 'en'],
        demonstration: false,
        clockAt: null,
        hosts: [`many-${n}.test`],
      });
      await inCounty(app, made, (ctx) =>
        ctx.transaction(async (tx) => {
          await addPlaces(tx, [
            {
              level: 'county',
              parentCode: null,
              code: '110101',
              name: { 'zh-CN': `第${n}县` },
              validFrom: '1949-10-01',
            },
          ]);
          await app.keys.countyKey(tx, 'county');
        }),
      );
    }
  } finally {
    await app.close();
  }
}
