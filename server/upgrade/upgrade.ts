import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Finding } from '#operations';
import { ExplainedError } from '#platform/explained-error';
import { runningInstances } from '#platform/instance';
import { readSettings } from '#platform/settings';
import type { Settings } from '#platform/settings';
import { environmentOf, runCommand } from './commands.ts';
import type { Environment } from './commands.ts';
import { commandsAreOver } from './commands-are-over.ts';
import { exchange } from './exchange.ts';
import type { BringBack } from './exchange.ts';
import { findWay, lookBefore } from './look.ts';
import type { Way } from './look.ts';
import { makeNewTree, removeNewTree } from './new-tree.ts';
import type { NewTree } from './new-tree.ts';
import { areBack, forgetFalls, sendAway } from './programs.ts';
import type { Programs } from './programs.ts';
import { rehearse } from './rehearse.ts';
import { holdForUpgrade, workFolder } from './under-way.ts';
import type { UpgradeHold } from './under-way.ts';

/** `cli upgrade`. It speaks to the installation through its other commands alone, each of the version that must run it. */
export const upgradeCommand = {
  name: 'upgrade',
  summary:
    '升级到新版本；不成就回到现在的 · Go to a newer version, or stay with the present one where it does not stand',
  usage: [
    'upgrade [--to=<tag|commit>] [--check] [--despite-doctor] [--without-rehearsal] [--without-keys]',
    '',
    '  --to                 到哪个版本，默认最新的发布（v…） · which version; the newest release (v…) unless said',
    '  --check              只看能不能升，什么也不动 · only looks whether it can be done; touches nothing',
    '  --despite-doctor     doctor 说有问题也升 · goes on although doctor finds something wrong',
    '  --without-rehearsal  不先在副本上预演 · is not rehearsed on a copy first',
    '  --without-keys       先做的备份不带钥匙 · the backup made first holds no keys',
  ].join('\n'),
};

/** What an upgrade was told, and from where. */
export interface UpgradeCall {
  readonly flags: Readonly<Record<string, string | true>>;
  readonly variables: Environment;
  say(line: string): void;
}

interface Upgrade extends UpgradeCall {
  readonly root: string;
  readonly settings: Settings;
  readonly environment: Environment;
  readonly way: Way;
}

/** Looks, backs up, rehearses, migrates while the present version answers, exchanges, and sees that the new version is at work; else brings the present one back. Answers the exit code. `root`: the program's folder. */
export async function runUpgrade(
  call: UpgradeCall,
  root: string = resolve(import.meta.dirname, '..', '..'),
): Promise<number> {
  const { flags, variables, say } = call;
  const settings = readSettings(variables, root);
  const way = await findWay(root, typeof flags['to'] === 'string' ? flags['to'] : undefined);
  if (way.from.commit === way.to.commit) {
    say(`已是 ${way.to.name} · This is ${way.to.name} already`);
    return 0;
  }
  const upgrade = { ...call, root, settings, environment: environmentOf(root, settings, variables), way };
  const isFit = tell(await lookBefore(root, settings, way), say);
  const isWell = await askDoctor(upgrade);
  if (!isFit || (!isWell && flags['despite-doctor'] === undefined)) {
    say(`✗ 还不能升级，什么也没有动 · Not yet; nothing was touched`);
    return 1;
  }
  if (flags['check'] !== undefined) {
    say(`✓ 可以升级到 ${way.to.name} · ${way.to.name} can be gone to`);
    return 0;
  }
  return upgradeAlone(upgrade);
}

function tell(findings: readonly Finding[], say: (line: string) => void): boolean {
  for (const { ok, what, remedy } of findings)
    say(`${ok ? '✓' : '✗'} ${what}${ok || !remedy ? '' : `\n    → ${remedy}`}`);
  return findings.every(({ ok }) => ok);
}

async function askDoctor({ root, environment, flags, say }: Upgrade): Promise<boolean> {
  const { code, said } = await runCommand(root, ['doctor'], { environment });
  if (code === 0) say('✓ doctor');
  else say(`✗ doctor:\n${said.replaceAll(/^✓.*\n/gm, '').trimEnd()}`);
  if (code !== 0 && flags['despite-doctor'] === undefined)
    say('    → 先处理；或加 --despite-doctor · mend it first, or add --despite-doctor');
  return code === 0;
}

async function upgradeAlone(upgrade: Upgrade): Promise<number> {
  const hold = await holdForUpgrade(upgrade.root);
  try {
    return await upgradeBeside(upgrade, hold);
  } finally {
    await removeNewTree(upgrade.root);
    await rm(join(workFolder(upgrade.root), 'before'), { recursive: true, force: true });
    await forgetFalls(upgrade.root);
    await hold.release();
  }
}

async function upgradeBeside(upgrade: Upgrade, hold: UpgradeHold): Promise<number> {
  const { say, way } = upgrade;
  const archive = await backUp(upgrade);
  try {
    const tree = await prepare(upgrade, archive);
    await migrateBeside(upgrade, tree);
    return await changeOver(upgrade, { hold, tree, archive });
  } catch (error) {
    say(`✗ 还是 ${way.from.name}，照常应答 · It is still ${way.from.name}, and answers as ever`);
    throw error;
  }
}

async function prepare(upgrade: Upgrade, archive: string): Promise<NewTree> {
  const { root, flags, say, way, environment } = upgrade;
  say(`把 ${way.to.name} 准备在旁边 · getting ${way.to.name} ready beside`);
  const tree = await makeNewTree(root, way.to, { environment, onLine: (line) => say(`  ${line}`) });
  if (flags['without-rehearsal'] === undefined) {
    say('在副本上预演 · rehearsing on a copy');
    await rehearse({ ...upgrade, archive, tree: tree.folder });
  }
  return tree;
}

// Made by the present version, so that it is the one that can take it back.
async function backUp({ root, environment, flags, say }: Upgrade): Promise<string> {
  say('备份 · backing up');
  const words = ['backup', ...(flags['without-keys'] === undefined ? [] : ['--without-keys'])];
  const { code, said } = await runCommand(root, words, { environment, isShown: true });
  const archive = /^✓ (.*\.tar)$/m.exec(said)?.[1];
  if (code !== 0 || archive === undefined || !existsSync(archive))
    throw new ExplainedError(`备份没有做成，什么也没有动 · No backup was made; nothing was touched:\n${said.trim()}`);
  say(`  ✓ ${archive}`);
  return archive;
}

async function migrateBeside({ environment, say }: Upgrade, tree: NewTree): Promise<void> {
  say('数据表，程序照常应答 · the tables, while the program goes on answering');
  const { code, said } = await runCommand(tree.folder, ['migrate'], { environment });
  if (code !== 0)
    throw new ExplainedError(
      `数据表没有改成；程序一直在用现在的版本应答，不必做什么 · The tables were not brought up to date; the program has gone on answering in the present version, and nothing need be done:\n${said.trim()}`,
    );
  for (const line of said.trim().split('\n')) say(`  ${line}`);
}

interface Ready {
  readonly hold: UpgradeHold;
  readonly tree: NewTree;
  readonly archive: string;
}

async function changeOver(upgrade: Upgrade, ready: Ready): Promise<number> {
  const { root, settings, say, way } = upgrade;
  const programs = await runningInstances(settings.varDirectory);
  const leave = stayThroughHangUp();
  try {
    const began = performance.now();
    const bringBack = await ready.hold.whileExchanging(async () => {
      await commandsAreOver(settings, say);
      await sendAway(programs);
      return exchange(root, ready.tree, way.to);
    });
    if (programs.size === 0) {
      say(`✓ 已是 ${way.to.name}：npm start · This is ${way.to.name}: npm start`);
      return 0;
    }
    if (!(await areBack(root, programs, settings))) return await goBack(upgrade, { ...ready, bringBack, programs });
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    say(`✓ ${way.to.name} 在应答，换上用了 ${seconds} 秒 · ${way.to.name} is at work; the change took ${seconds} s`);
    return 0;
  } finally {
    leave();
  }
}

// The tables stay as they are: the earlier version was seen to stand on them, and nothing written since is lost.
async function goBack(
  { root, settings, say, way }: Upgrade,
  { hold, archive, bringBack, programs }: Ready & { bringBack: BringBack; programs: Programs },
): Promise<number> {
  say(
    `✗ ${way.to.name} 没有应答，换回 ${way.from.name} · ${way.to.name} does not answer; going back to ${way.from.name}`,
  );
  const failed = await hold.whileExchanging(async () => {
    const there = await runningInstances(settings.varDirectory);
    await sendAway(there);
    await bringBack();
    await forgetFalls(root);
    return there;
  });
  const isBack = await areBack(root, new Map([...programs, ...failed]), settings);
  say(
    isBack
      ? `✓ ${way.from.name} 又在应答，没有丢什么；新版本为什么没起来，看程序的日志 · ${way.from.name} is at work again, and nothing is lost; the program’s log says why the other one did not start`
      : `✗ ${way.from.name} 也没有应答：看程序的日志（journalctl -u xiangyin），重启它；升级前的备份在 ${archive} · ${way.from.name} does not answer either: look at the program’s log (journalctl -u xiangyin) and restart it; the archive made before is ${archive}`,
  );
  return 1;
}

// A line to the machine that breaks now must not leave half of it.
function stayThroughHangUp(): () => void {
  const stay = (): void => undefined;
  const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stay);
  return () => {
    for (const signal of signals) process.off(signal, stay);
  };
}
