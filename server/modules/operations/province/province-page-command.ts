import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExplainedError } from '#platform/explained-error';
import type { Command, CommandCall } from '#platform/manifest';
import { provinceFigures } from './province-figures.ts';
import { provincePageText } from './province-page.ts';

/** `cli province page`: the year of all counties on one page, in figures of ten and more. */
export const provincePage: Command = {
  name: 'province page',
  summary:
    '各县一年的数字写成一页，不到十的不写 · A year of all counties on one page; of fewer than ten nothing is said',
  usage: [
    'province page --to=<file.html> [--year=2026] [--title=<…>]',
    '',
    '  --year   哪一年，默认今年 · which year; the present one unless said',
    '  --title  页上的标题，如“浙江省 · Zhejiang” · what stands over the page',
  ].join('\n'),
  run: writePage,
};

async function writePage({ app, flags, say }: CommandCall): Promise<number> {
  const to = flags['to'];
  if (typeof to !== 'string') {
    say(`用法 · Usage: npm run cli -- ${provincePage.usage}`);
    return 2;
  }
  const year = yearGiven(flags['year'], app.clock.now());
  const title = typeof flags['title'] === 'string' ? flags['title'] : '各县 · Counties';
  const figures = await provinceFigures(app, year);
  await writeFile(resolve(to), provincePageText(figures, title));
  say(`✓ ${resolve(to)}`);
  say(`  ${figures.counties.length} 个县 counties, ${year}`);
  return 0;
}

function yearGiven(value: string | true | undefined, now: Date): number {
  if (value === undefined) return now.getUTCFullYear();
  if (typeof value === 'string' && /^20\d\d$/.test(value)) return Number(value);
  throw new ExplainedError('--year 写四位数的年份 · --year takes a year of four digits');
}
