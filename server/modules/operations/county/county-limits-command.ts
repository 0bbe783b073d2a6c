import { systemActor } from '#platform/actor';
import type { App } from '#platform/app';
import { audit } from '#platform/audit';
import { writeLimits } from '#platform/change-county';
import type { County } from '#platform/county';
import { limitNames } from '#platform/county-limits';
import type { LimitName } from '#platform/county-limits';
import type { Command, CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import { limitsInUse } from './limits-in-use.ts';
import { CountyProblem } from './new-county.ts';

const words: Readonly<Record<LimitName, string>> = {
  requestsPerMinute: '每分钟请求 · requests a minute',
  storageMegabytes: '文件（MB） · files (MB)',
  people: '人员 · people',
  mailsPerDay: '每天邮件 · mails a day',
};

const optionOf = (name: LimitName): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `cli county limits`: what a county may use of this installation, how much of it is used, and other limits where they are given. */
export const countyLimits: Command = {
  name: 'county limits',
  summary: '一个县能用多少：请求、文件、人员、邮件 · What a county may use: requests, files, people, mails',
  usage: [
    'county limits <slug> [--requests-per-minute=<n>] [--storage-megabytes=<n>] [--people=<n>] [--mails-per-day=<n>]',
    '',
    '  不带选项只看；写 none 就不限 · without options it only shows; none takes a limit away',
    '  --requests-per-minute  每个进程各算，从内存答的页面不算 · in each process by itself, pages answered from memory not counted',
    '  --storage-megabytes    图片、音视频、文档，连同由它们做出来的；同意书、语音 · pictures, recordings, documents, with what is made of them; signed forms, voice notes',
    '  --people               在册的人 · people who are on the list',
    '  --mails-per-day        超过的排到第二天（UTC）发 · those beyond it leave the next day (UTC)',
  ].join('\n'),
  async run(call) {
    try {
      return await showOrSet(call);
    } catch (error) {
      if (!(error instanceof CountyProblem)) throw error;
      call.say(`${error.message}\n\n用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
  },
};

async function showOrSet({ app, args, flags, say }: CommandCall): Promise<number> {
  const [slug] = args;
  if (slug === undefined || args.length > 1) throw new CountyProblem(null, '写上县的短名 · name one county');
  const changes = changesIn(flags);
  const county = app.counties.all().find((one) => one.slug === slug);
  if (!county) {
    say(`没有 ${slug} 这个县，或者关了：county list · There is no county ${slug}, or it is closed: county list`);
    return 1;
  }
  if (Object.keys(changes).length > 0) await change(app, county, changes);
  const limits = await inCounty(app, county, (ctx) => ctx.transaction(limitsInUse));
  for (const { name, most, used } of limits)
    say(
      `${words[name].padEnd(32)} ${most === null ? '不限 · no limit' : String(most)}${used === null ? '' : `   已用 · used ${used}`}`,
    );
  return 0;
}

type Changes = Partial<Record<LimitName, number | null>>;

const change = (app: App, county: County, changes: Changes): Promise<void> =>
  inCounty(app, county, (ctx) =>
    ctx.transaction(async (tx) => {
      await writeLimits(tx, changes);
      await audit(tx, systemActor('county-limits'), {
        act: 'county.change-limits',
        noun: 'county',
        subjectId: String(county.id),
        detail: { ...changes },
      });
    }),
  );

function changesIn(flags: CommandCall['flags']): Changes {
  const changes: Changes = {};
  for (const [option, value] of Object.entries(flags)) {
    const name = limitNames.find((one) => optionOf(one) === option);
    if (name === undefined) throw new CountyProblem(option, '没有这一项 · there is no such option');
    if (value !== 'none' && !/^[1-9]\d{0,8}$/.test(String(value)))
      throw new CountyProblem(option, '应为 1 以上的整数，或 none · takes a whole number from 1 on, or none');
    changes[name] = value === 'none' ? null : Number(value);
  }
  return changes;
}
