import { passkeysByHost } from '#access';
import type { PasskeysOfHost } from '#access';
import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import { addHost, dropHost, hostsOfCounty } from '#platform/change-county';
import { ExplainedError } from '#platform/explained-error';
import type { Command, CommandCall } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { CountyProblem, hostsNamed } from './new-county.ts';

const by = systemActor('county-address');

/** `cli county address`: under which host names a county answers, how many passkeys hang on each, and others where they are given. */
export const countyAddress: Command = {
  name: 'county address',
  summary:
    '换网址：县用哪些域名，各有多少通行密钥 · Another address: the county’s host names, and the passkeys of each',
  usage: [
    'county address [--county=<slug>]',
    '       county address --add=<host> [--county=<slug>]',
    '       county address --drop=<host> [--passkeys-end] [--county=<slug>]',
    '',
    '  --add           新域名也用，旧的照用；接着把 PUBLIC_ADDRESS 改成它 · answers under this one too, the others stay; then set PUBLIC_ADDRESS to it',
    '  --drop          这个域名不再用；只能用它的通行密钥有多少、是几个人的，先说清楚',
    '                  answers under it no more; says first how many passkeys work nowhere else, and of how many people',
    '  --passkeys-end  知道了，照样不用 · I know, drop it all the same',
    '',
    '  docs/operations/start-a-county.md',
  ].join('\n'),
  async run(call) {
    try {
      return await call.inCounty((ctx) => ctx.transaction((tx) => addressWork(call, tx)));
    } catch (error) {
      if (!(error instanceof CountyProblem)) throw error;
      call.say(`${error.message}\n\n用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
  },
};

async function addressWork(call: CommandCall, tx: Tx): Promise<number> {
  const [add, drop] = [oneHost(call, 'add'), oneHost(call, 'drop')];
  if (add !== undefined && drop !== undefined)
    throw new CountyProblem(null, '--add 和 --drop 分两次写 · --add and --drop, one at a time');
  if (add !== undefined) return addOne(call, tx, add);
  if (drop !== undefined) return dropOne(call, tx, drop);
  return show(call, tx);
}

function oneHost({ flags }: CommandCall, option: 'add' | 'drop'): string | undefined {
  const text = flags[option];
  if (text === undefined) return undefined;
  const [host, ...more] = text === true ? [] : hostsNamed(text);
  if (host === undefined || more.length > 0)
    throw new CountyProblem(option, '写一个域名，如 news.example.org · takes one host name, such as news.example.org');
  return host;
}

async function show({ app, say }: CommandCall, tx: Tx): Promise<number> {
  const [hosts, passkeys] = [await hostsOfCounty(tx), await passkeysByHost(tx)];
  const present = hostOfSettings(app.settings.publicAddress);
  const isAnybodys = app.counties.hosts().has(present);
  for (const host of hosts) say(`${host === present ? '→' : ' '} ${host.padEnd(40)} ${counted(passkeys, host)}`);
  for (const { host } of passkeys.filter((one) => !hosts.includes(one.host)))
    say(`✗ ${host.padEnd(40)} ${counted(passkeys, host)}，已经用不了 · of no use any more`);
  if (!isAnybodys) say(wrongAddress(present));
  return isAnybodys ? 0 : 1;
}

const counted = (all: readonly PasskeysOfHost[], host: string): string => {
  const { passkeys = 0, people = 0 } = all.find((one) => one.host === host) ?? {};
  return `${passkeys} 把通行密钥，${people} 人 · ${passkeys} passkeys of ${people} people`;
};

async function addOne({ app, say }: CommandCall, tx: Tx, host: string): Promise<number> {
  const before = await hostsOfCounty(tx);
  await answerUnder(tx, host);
  const passkeys = (await passkeysByHost(tx)).filter((one) => before.includes(one.host) && one.host !== host);
  say(`✓ 也用 · answers under it too: ${host}`);
  if (hostOfSettings(app.settings.publicAddress) !== host)
    say(
      `  接着 · then: PUBLIC_ADDRESS=https://${host}（设置文件或 /etc/xiangyin.env），重新启动 · in the file of settings or /etc/xiangyin.env, and start anew`,
    );
  for (const one of passkeys) say(enrolAnew(one, host));
  return 0;
}

/** Lets the county answer under a host name, on record. Throws ExplainedError where it is another county's. */
export async function answerUnder(tx: Tx, host: string): Promise<void> {
  if ((await hostsOfCounty(tx)).includes(host)) return;
  if (!(await addHost(tx, host)))
    throw new ExplainedError(`域名 ${host} 已经属于另一个县 · Another county has the host ${host}`);
  await onRecord(tx, 'county.add-host', host);
}

async function dropOne({ app, flags, say }: CommandCall, tx: Tx, host: string): Promise<number> {
  const hosts = await hostsOfCounty(tx);
  if (!hosts.includes(host)) {
    say(`本县没有这个域名：${hosts.join('、')} · The county has no such host: ${hosts.join(', ')}`);
    return 1;
  }
  const present = hostOfSettings(app.settings.publicAddress);
  const left = hosts.find((one) => one !== host);
  if (left === undefined || host === present) {
    say(
      `${host} 正在用：先 --add 新的，改好 PUBLIC_ADDRESS，再去掉它 · ${host} is in use: --add the new one and set PUBLIC_ADDRESS first, then drop it`,
    );
    return 1;
  }
  const dying = (await passkeysByHost(tx)).find((one) => one.host === host);
  if (dying && flags['passkeys-end'] === undefined) {
    say(`✗ 没有动 · Nothing was touched\n${enrolAnew(dying, hosts.includes(present) ? present : left)}`);
    return 1;
  }
  await dropHost(tx, host);
  await onRecord(tx, 'county.drop-host', host);
  say(`✓ 不再用 · answers no more under: ${host}`);
  return 0;
}

const onRecord = (tx: Tx, act: 'county.add-host' | 'county.drop-host', host: string): Promise<void> =>
  audit(tx, by, { act, noun: 'county', subjectId: String(tx.countyId), detail: { host } });

/** What whoever has a passkey of one host does before it is gone, in both languages. */
export function enrolAnew({ host, passkeys, people, peopleWithoutOther }: PasskeysOfHost, present: string): string {
  return [
    `  ${people} 人的 ${passkeys} 把通行密钥只认 ${host}，到了别的网址用不了 · ${passkeys} passkeys of ${people} people work under ${host} alone`,
    `    → 趁 ${host} 还打得开，每人在“我的账户”里设好验证器或打印恢复码；到 https://${present} 用密码加验证器的六位数字（或恢复码）登录，登记新的通行密钥`,
    `    → while ${host} still answers, each sets up codes of a phone or prints recovery codes under “my account”; signs in at https://${present} with password and such a code, and makes a new passkey there`,
    ...(peopleWithoutOther > 0
      ? [
          `    → 其中 ${peopleWithoutOther} 人现在两样都没有：不趁早办，就要一位管理员开字条、另一位确认`,
          `    → ${peopleWithoutOther} of them have neither now: later they need a slip from one administrator that a second one confirms`,
        ]
      : []),
  ].join('\n');
}

/** The host name that readers type, by the settings. */
const hostOfSettings = (publicAddress: string): string => new URL(publicAddress).hostname.toLowerCase();

const wrongAddress = (host: string): string =>
  `✗ PUBLIC_ADDRESS 是 ${host}，没有一个县用它，读者打不开 · PUBLIC_ADDRESS says ${host}, which is no county’s: readers find nothing there\n    → npm run cli -- county address --add=${host}`;
