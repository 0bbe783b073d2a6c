import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { known } from '#platform/settings/known';
import type { Settings } from '#platform/settings';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The surroundings of this installation, for a program that lies elsewhere: what was said relative to the folder is said whole. */
export function environmentOf(root: string, settings: Settings, variables: Environment): Environment {
  const whole = Object.entries(variables).map(([name, value]) => [
    name,
    name.endsWith('_FILE') && value ? resolve(root, value) : value,
  ]);
  return {
    ...withoutOurs(Object.fromEntries(whole) as Environment),
    XIANGYIN_VAR: settings.varDirectory,
    XIANGYIN_CONFIG: settings.configFile !== null && existsSync(settings.configFile) ? settings.configFile : 'off',
    BACKUP_FOLDER: settings.backupFolder,
  };
}

/** Surroundings in which nothing of this installation can be reached, and nothing leaves the machine: pages are answered, no work is done behind them. */
export function scratchEnvironment(settings: Settings, variables: Environment, { folder, port }: Scratch): Environment {
  const names = Object.keys(known).flatMap((name) => [name, `${name}_FILE`]);
  return {
    ...withoutOurs(Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)))),
    XIANGYIN_CONFIG: 'off',
    XIANGYIN_VAR: folder,
    XIANGYIN_ROLES: 'web',
    DEMONSTRATION: 'off',
    LEAST_ROOM_MB: '0',
    PUBLIC_ADDRESS: settings.publicAddress,
    PORT: String(port),
    // Nobody starts it again when it falls: that it fell is what is asked.
    XIANGYIN_CAME_BACK: '1',
  };
}

/** Where an archive is rehearsed. */
export interface Scratch {
  readonly folder: string;
  readonly port: number;
}

// They belong to the start.mjs that holds us.
function withoutOurs(variables: Environment): Environment {
  return { ...variables, XIANGYIN_STARTER: undefined, XIANGYIN_CAME_BACK: undefined };
}

/** Runs `cli <words>` of the version that lies in `tree`. Answers its exit code and all that it said. */
export function runCommand(
  tree: string,
  words: readonly string[],
  {
    environment,
    onLine,
    isShown = false,
  }: {
    environment: Environment;
    /** How it goes on, line by line: what it says on standard error. */
    onLine?: (line: string) => void;
    /** What it asks, and how far it is, stands in the terminal. */
    isShown?: boolean;
  },
): Promise<{ code: number; said: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(tree, 'start.mjs'), 'cli', ...words], {
      cwd: tree,
      env: environment,
      stdio: ['inherit', 'pipe', isShown ? 'inherit' : 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (stream === child.stdout) return;
        for (const line of chunk.toString().split('\n')) if (line.trim() !== '') onLine?.(line);
      });
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, said }));
  });
}
