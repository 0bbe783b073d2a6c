import type { App } from '#platform/app';
import { aheadOfDatabase, believedMilliseconds } from '#platform/clock-watch';
import { timeOf } from '#platform/ids';
import { together } from '#platform/together';
import { inCounty } from '#platform/transaction';
import type { Tx } from '#platform/transaction';
import type { Finding } from './finding.ts';
import type { Looked } from './look-at-installation.ts';

/** Whether the clock can be right: against the database's, and against what is on record. */
export async function lookAtClock({ app }: Looked): Promise<Finding[]> {
  return [againstDatabase(await aheadOfDatabase(app)), againstRecord(await lastRecord(app))];
}

/** So many minutes the clock is apart from the database's or behind the last record; 0 while both are near enough. */
export async function minutesWrong({ app }: Looked): Promise<number> {
  const [ahead, last] = await together(aheadOfDatabase(app), lastRecord(app));
  const wrong = Math.max(Math.abs(ahead), last - Date.now());
  return wrong > believedMilliseconds ? Math.round(wrong / 60_000) : 0;
}

function againstDatabase(ahead: number): Finding {
  const { zh, en } = lengthOf(Math.abs(ahead));
  return {
    ok: Math.abs(ahead) < 2_000,
    what: `这台机器的时钟比数据库的${ahead < 0 ? '慢' : '快'} ${zh} · the clock of this machine is ${en} ${ahead < 0 ? 'behind' : 'ahead of'} the database’s`,
    remedy:
      '看哪一边的时间不对，两边都开启时间同步（NTP，timedatectl）。差 5 分钟以上时，到点发稿和到期清除先不做，时间对上了自己接着做 · see which of the two is wrong, and turn on time synchronisation on both (NTP, timedatectl). While they are 5 minutes apart nothing is published at a set time or forgotten; that goes on by itself once they agree',
  };
}

const units = [
  { from: 48 * 3_600_000, length: 86_400_000, zh: '天', en: 'days' },
  { from: 2 * 3_600_000, length: 3_600_000, zh: '小时', en: 'hours' },
  { from: 120_000, length: 60_000, zh: '分钟', en: 'minutes' },
  { from: 2_000, length: 1_000, zh: '秒', en: 'seconds' },
  { from: 0, length: 1, zh: '毫秒', en: 'ms' },
] as const;

/** A length of time as people say it. */
function lengthOf(milliseconds: number): { zh: string; en: string } {
  // What is nearly two days is two days.
  const { length, zh, en } = units.find(({ from }) => milliseconds >= from - from / 100) ?? units[4];
  const count = Math.round(milliseconds / length);
  return { zh: `${count} ${zh}`, en: `${count} ${en}` };
}

/** So much earlier a clock may stand than the last record without having been wrong. */
const clocksApartMilliseconds = 60_000;

// With the built-in database the clock above is the same one. The id of a record begins with the time at which it was made.
function againstRecord(last: number): Finding {
  const ahead = last - Date.now();
  return {
    ok: ahead < clocksApartMilliseconds,
    what:
      ahead < clocksApartMilliseconds
        ? '没有将来的记录，时钟没有倒走 · no record is of the future, the clock was not set back'
        : `最近的记录是 ${new Date(last).toISOString()} 的，现在才 ${new Date().toISOString()}：时钟现在慢了，或那时快了 · the last record is of ${new Date(last).toISOString()}, and it is only ${new Date().toISOString()}: the clock is behind now, or was ahead then`,
    remedy:
      '看 timedatectl，开启时间同步（NTP）。那时快了的，不用改：先后次序由链保证 · look at timedatectl and turn on time synchronisation (NTP). If it was ahead, leave the records: the chain says what came after what',
  };
}

async function lastRecord(app: App): Promise<number> {
  let last = 0;
  for (const county of app.counties.all())
    last = Math.max(last, await inCounty(app, county, (ctx) => ctx.transaction((tx) => lastRecordAt(tx))));
  return last;
}

async function lastRecordAt(tx: Tx): Promise<number> {
  const [last] = await tx.named<{ id: string }>(
    'operations.last-audit',
    'select id from platform.audit where county_id = $1 order by id desc limit 1',
    [tx.countyId],
  );
  return last ? timeOf(last.id) : 0;
}
