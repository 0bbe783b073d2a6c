import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ExplainedError } from '#platform/explained-error';
import type { Settings } from '#platform/settings';
import { whatIsMissing } from './ask-program.ts';
import { runCommand, scratchEnvironment } from './commands.ts';
import type { Environment } from './commands.ts';
import { isBuilding } from './new-tree.ts';

/** What is tried on a copy. */
export interface Rehearsal {
  readonly archive: string;
  readonly settings: Settings;
  readonly variables: Environment;
  readonly root: string;
  readonly tree: string;
  say(line: string): void;
}

/** The console of a new version is built first: a minute on a small machine, several on a busy one. */
const builtWithinMilliseconds = 15 * 60_000;

/** Restores the archive into a PostgreSQL of its own with the new version, which brings the tables up to date there; lets the new version answer on them, and the present one too, since it goes on with these tables until it is exchanged, and again if it has to come back. All of it is removed afterwards.
 *  Throws ExplainedError with what did not go. */
export async function rehearse(rehearsal: Rehearsal): Promise<void> {
  const { archive, settings, variables, root, tree, say } = rehearsal;
  const folder = join(settings.varDirectory, 'work', 'upgrade');
  await mustHaveRoom(archive, settings.varDirectory);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const scratch = { folder, port: await freePort() };
  const environment = scratchEnvironment(settings, variables, scratch);
  try {
    const restored = await runCommand(tree, ['restore', archive, '--without-keys'], { environment });
    if (restored.code !== 0)
      throw new ExplainedError(
        `新版本恢复不了这份备份，或改不了它的表；这是在副本上，您的数据没有动 · The new version cannot restore the archive, or not bring its tables up to date. This was on a copy, and your data were not touched. On the copy:\n${restored.said.slice(-2_000)}`,
      );
    say('  ✓ 数据改到新版本，全部相符 · the data are brought up to date, and all of it holds');
    const ask = { settings, environment, port: scratch.port };
    await mustAnswer(tree, ask, '新版本 · the new version');
    say('  ✓ 新版本在上面应答 · the new version answers on them');
    await mustAnswer(root, ask, '现在的版本 · the present version');
    say('  ✓ 现在的版本也还应答，随时回得来 · the present one still answers on them, and can come back');
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
  }
}

// The archive's files lie there once more, its rows unpacked with their indexes.
async function mustHaveRoom(archive: string, varDirectory: string): Promise<void> {
  const needed = (await stat(archive)).size * 5 + 1024 ** 3;
  const { bavail, bsize } = await statfs(varDirectory);
  if (bavail * bsize >= needed) return;
  const gigabytes = (needed / 1024 ** 3).toFixed(1);
  throw new ExplainedError(
    `预演要 ${gigabytes} GB，放不下：腾出空间，或加 --without-rehearsal · The rehearsal needs ${gigabytes} GB: make room, or add --without-rehearsal`,
  );
}

async function mustAnswer(
  tree: string,
  { settings, environment, port }: { settings: Settings; environment: Environment; port: number },
  who: string,
): Promise<void> {
  const program = spawn(process.execPath, [join(tree, 'start.mjs')], {
    cwd: tree,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (chunk: Buffer) => void (said = `${said}${chunk.toString()}`.slice(-4_000)));
  const ended = once(program, 'exit');
  const address = { host: '127.0.0.1', port, publicAddress: settings.publicAddress };
  try {
    const until = performance.now() + builtWithinMilliseconds;
    for (;;) {
      const missing =
        (await whatIsMissing(address)) ??
        (isBuilding(tree) ? '工作台还没有构建好 · the console is not built yet' : null);
      if (missing === null) return;
      if (program.exitCode !== null || performance.now() > until)
        throw new ExplainedError(`${who}：没有应答 · does not answer: ${missing}\n${said.slice(-2_000)}`);
      await pause(500);
    }
  } finally {
    program.kill('SIGTERM');
    await ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
