import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import { closeCounty, closedCounty } from '#platform/close-county';
import type { Command, CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import { addressGiven } from './move/address-given.ts';

/** `cli county close`: the county answers nobody any more, in every process at once; nothing of it is deleted. */
export const countyClose: Command = {
  name: 'county close',
  summary: '关一个县：不再对外，数据都留着 · Close a county: it answers nobody, nothing is deleted',
  usage: [
    'county close <slug> [--moved-to=<address>]',
    '',
    '  --moved-to  搬到了哪里，如 https://news.example.org；来看页面的人被领过去；已经关了的县也可以补写',
    '              where it answers now, such as https://news.example.org: whoever asks for a page is sent there; may be said of a closed one too',
  ].join('\n'),
  run: (call) => turn(call, true),
};

/** `cli county reopen`: a closed county answers again. */
export const countyReopen: Command = {
  name: 'county reopen',
  summary: '关了的县再开 · Open a closed county again',
  usage: 'county reopen <slug>',
  run: (call) => turn(call, false),
};

async function turn(call: CommandCall, closing: boolean): Promise<number> {
  const { app, args, flags, say } = call;
  const [slug] = args;
  const movedTo = addressGiven(flags['moved-to']);
  if (slug === undefined || args.length > 1) {
    say(`用法 · Usage: npm run cli -- ${(closing ? countyClose : countyReopen).usage}`);
    return 2;
  }
  if (closing) await keepOnRecord(call, slug, 'county.close', movedTo);
  const changed = await closeCounty(app, slug, closing ? app.clock.now() : null, movedTo);
  if (changed === undefined) {
    say(`没有 ${slug} 这个县：county list · There is no county ${slug}: county list`);
    return 1;
  }
  if (changed && !closing) await keepOnRecord(call, slug, 'county.reopen', null);
  if (closing)
    say(
      `${slug} 关了，网站和工作台都不再应答；再开用 county reopen ${slug} · ${slug} is closed; county reopen ${slug}${movedTo ? `\n  来的人被领到 · whoever comes is sent to ${movedTo}` : ''}`,
    );
  else say(`${slug} 开着 · ${slug} is open`);
  return 0;
}

async function keepOnRecord({ app }: CommandCall, slug: string, act: string, movedTo: string | null): Promise<void> {
  const county = app.counties.all().find((one) => one.slug === slug) ?? (await closedCounty(app, slug))?.county;
  if (!county) return;
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      audit(tx, systemActor(act.replace('.', '-')), {
        act,
        noun: 'county',
        subjectId: String(county.id),
        detail: movedTo ? { movedTo } : {},
      }),
    ),
  );
}
