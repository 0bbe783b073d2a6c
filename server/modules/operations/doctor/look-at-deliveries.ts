import { failedSince } from '#notices';
import type { CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import type { Finding } from './finding.ts';

const days = 7;

/** Whether notices and letters reached whom they were for, in the last week. */
export async function lookAtDeliveries({ app }: CommandCall): Promise<Finding> {
  const failed = new Map<string, number>();
  for (const county of app.counties.all()) {
    const since = new Date(app.counties.now(county.id).getTime() - days * 86_400_000);
    const rows = await inCounty(app, county, (ctx) => ctx.transaction((tx) => failedSince(tx, since)));
    for (const { channel, count } of rows) failed.set(channel, (failed.get(channel) ?? 0) + count);
  }
  const sum = [...failed.values()].reduce((all, one) => all + one, 0);
  const ways = [...failed].map(([channel, count]) => `${channel} ${count}`).join(', ');
  return {
    ok: sum === 0,
    what: `一周里有 ${sum} 条通知没有送到 · notices that were given up in a week${ways ? ` (${ways})` : ''}`,
    remedy:
      '看日志里为什么；多半是地址写错了，或 SMTP_URL、SMS_URL 不对 · see why in the log; most likely an address is wrong, or SMTP_URL or SMS_URL is',
  };
}
