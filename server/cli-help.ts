import type { Command } from '#platform/manifest';

/** What can be said of a command without running it. */
export type CommandWords = Pick<Command, 'name' | 'summary' | 'usage'>;

/** All commands, a line each. */
export const overview = (commands: readonly CommandWords[]): string =>
  [
    '用法 · Usage: npm run cli -- <command> [--help]\n',
    ...commands
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((one) => `  ${one.name.padEnd(18)} ${one.summary}`),
    `\n${exitCodes}`,
  ].join('\n');

/** What one command does, how it is written, and how it ends. */
export const explanation = (command: CommandWords): string =>
  `${command.summary}\n\n用法 · Usage: npm run cli -- ${command.usage}\n\n${exitCodes}`;

const exitCodes = '退出码 · Exit codes: 0 完成 done, 1 有问题 something is wrong, 2 用法不对 used wrongly';

/** What stands on the line that the command does not know or cannot take, in both languages; undefined when all is well. The usage is the truth: what it does not name is not taken, `--county=<slug>` is nothing without a value (an empty one would mean the first county, or the whole of it), and `[--preview]` takes none (`--preview=no` would mean yes). */
export function strangeWord(
  { usage }: CommandWords,
  { flags, args }: { flags: Readonly<Record<string, unknown>>; args: readonly string[] },
): string | undefined {
  const flag = Object.keys(flags).find((name) => !namesFlag(usage, name));
  if (flag !== undefined) return `没有这一项 · there is no such option: --${flag}`;
  const [wrong] = Object.entries(flags).flatMap(([name, value]) => wrongValue(usage, name, value) ?? []);
  if (wrong !== undefined) return wrong;
  const takesWords = /(?:^|[\s[])<\S/m.test(usage);
  return takesWords || args.length === 0 ? undefined : `多出来的 · too much: ${args.join(' ')}`;
}

function wrongValue(usage: string, name: string, value: unknown): string | undefined {
  const standsAs = (form: string): boolean => new RegExp(`--${name}${form}`, 'm').test(usage);
  if (standsAs('=') && (value === true || value === ''))
    return `--${name} 后面要写内容（--${name}=…） · --${name} needs a value (--${name}=…)`;
  return standsAs('(?:\\]| \\[)') && value !== true
    ? `--${name} 后面不写内容 · --${name} takes no value: ${String(value)}`
    : undefined;
}

const namesFlag = (usage: string, name: string): boolean =>
  [...usage.matchAll(/--([a-z][a-z-]*[a-z])/g)].some(([, known]) => known === name);
