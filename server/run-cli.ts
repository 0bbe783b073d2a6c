import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { isUnsettled } from '#operations';
import { openApp } from '#platform/app';
import { machineClock } from '#platform/clock';
import { noteCommand } from '#platform/commands-under-way';
import { diskWords } from '#platform/disk-words';
import { ExplainedError } from '#platform/explained-error';
import { fieldWords } from '#platform/http/problem';
import type { Command } from '#platform/manifest';
import { Refusal } from '#platform/refuse';
import { migrate, migrationsMissing } from '#platform/migrate';
import { readSettings, SettingsError } from '#platform/settings';
import type { Settings } from '#platform/settings';
import { inCounty } from '#platform/transaction';
import { explanation, overview, strangeWord } from './cli-help.ts';
import { appSettings } from './app-settings.ts';
import { modules } from './modules.ts';
import { mustOwnNothing } from './must-own-nothing.ts';
import { openDatabase } from './open-database.ts';
import { runUpgrade, upgradeCommand } from './upgrade/upgrade.ts';
import type { OpenDatabase } from './open-database.ts';

/** `cli migrate`: brings the tables up to this version. Kept here because it comes before every module. */
const migrateCommand = {
  name: 'migrate',
  summary: '把数据表更新到这个版本 · Bring the tables up to this version',
  usage: 'migrate',
};

/** Every command there is; `migrate` and `upgrade` are no module's. */
export const allCommands: readonly (Command | typeof migrateCommand)[] = [
  migrateCommand,
  upgradeCommand,
  ...modules.flatMap((module) => module.commands ?? []),
];
const exit = { done: 0, wrong: 1, usedWrongly: 2 } as const;

/** Where a command line comes from, and where its words go. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  say(line: string): void;
  complain(line: string): void;
}

const terminal: Surroundings = {
  variables: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/** Runs one command line; answers its exit code: 0 done, 1 something is wrong, 2 used wrongly. */
export async function runCli(words: readonly string[], around: Surroundings = terminal): Promise<number> {
  try {
    return await runWords(words, around);
  } catch (error) {
    const plain = error instanceof SettingsError || error instanceof UsedWrongly || error instanceof ExplainedError;
    const said = plain ? error.message : diskWords(error);
    around.complain(said ?? (error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
    return error instanceof UsedWrongly ? exit.usedWrongly : exit.wrong;
  }
}

async function runWords(words: readonly string[], around: Surroundings): Promise<number> {
  const first = words[0];
  if (first === undefined || first === '--help' || first === 'help') {
    around.say(overview(allCommands));
    return exit.done;
  }
  const command = allCommands.find((one) => one.name === words.slice(0, one.name.split(' ').length).join(' '));
  if (!command) throw new UsedWrongly(`没有这个命令 · No such command: ${words.join(' ')}\n\n${overview(allCommands)}`);
  const rest = words.slice(command.name.split(' ').length);
  if (rest.includes('--help')) {
    around.say(explanation(command));
    return exit.done;
  }
  const given = split(rest);
  const strange = strangeWord(command, given);
  if (strange !== undefined) throw new UsedWrongly(`${strange}\n\n${explanation(command)}`);
  if ('run' in command) return runCommand(command, given, around);
  return command === upgradeCommand ? runUpgrade({ ...given, ...around }) : runMigrate(around);
}

async function runMigrate({ variables, say }: Surroundings): Promise<number> {
  const settings = readSettings(variables);
  const database = await openDatabase(settings, () => undefined);
  try {
    const applied = await bringUp(database);
    say(applied.length === 0 ? '已是最新 · Up to date' : applied.map((name) => `✓ ${name}`).join('\n'));
    await mustHideCounties(settings, database);
    return exit.done;
  } finally {
    await database.close();
  }
}

const bringUp = (database: OpenDatabase): Promise<string[]> =>
  migrate(database.ownerUrl, {
    appRole: database.appRole,
    subscribers: modules
      .flatMap((module) => module.subscriptions ?? [])
      .flatMap((one) => (one.kind === 'after' ? [one.name] : [])),
  });

// The roles of our own PostgreSQL are made by us.
async function mustHideCounties(settings: Settings, { appUrl }: OpenDatabase): Promise<void> {
  if (settings.database.kind === 'given') await mustOwnNothing(appUrl);
}

// A database with nothing in it is got ready, as a start would, and so is one whose restore broke off before its tables were; any other of an older version waits for whoever keeps it.
async function mustBeReady(database: OpenDatabase, command: Command): Promise<void> {
  const { missing, none } = await migrationsMissing(database.ownerUrl);
  if (missing === 0) return;
  if (!none && !(command.name === 'restore' && (await isUnsettled(database.ownerUrl))))
    throw new ExplainedError(
      `数据表还是旧版本，差 ${missing} 步：npm run cli -- migrate，或重新 npm start · The tables are of an older version, ${missing} steps behind: npm run cli -- migrate, or start anew`,
    );
  if (command.name === 'doctor')
    throw new ExplainedError(
      '数据库还是空的：npm start 会建好一切；真实的县先 npm run cli -- county add · The database is empty: npm start gets everything ready; for a real county, npm run cli -- county add',
    );
  await bringUp(database);
}

async function runCommand(command: Command, given: Given, around: Surroundings): Promise<number> {
  const settings = readSettings(around.variables);
  const isOver = await noteCommand(settings.varDirectory, command.name);
  try {
    const database = await openDatabase(settings, () => undefined);
    try {
      await mustBeReady(database, command);
      // The doctor says it among all else.
      if (command.name !== 'doctor') await mustHideCounties(settings, database);
      return await runWith(settings, { database, command, around, ...given });
    } finally {
      await database.close();
    }
  } finally {
    await isOver();
  }
}

async function runWith(
  settings: Settings,
  {
    database,
    command,
    flags,
    args,
    around: { say },
  }: { database: OpenDatabase; command: Command; around: Surroundings } & Given,
): Promise<number> {
  const app = await openApp(
    // The web process must hear of what a command changes.
    { ...appSettings(settings, database), logLevel: 'warn', severalProcesses: true, poolSize: 4 },
    modules,
    machineClock,
  );
  try {
    const slug = flags['county'];
    const county =
      typeof slug === 'string' ? app.counties.all().find((one) => one.slug === slug) : app.counties.all()[0];
    return await command.run({
      app,
      args,
      flags,
      say,
      secret: readSecret,
      ...(process.stdin.isTTY ? { ask: readAnswer } : {}),
      ownerUrl: database.ownerUrl,
      inCounty: (work) => {
        if (!county)
          throw new UsedWrongly(
            '没有这个县，或还没有县：先 county add · No such county, or none yet: county add opens one',
          );
        return inCounty(app, county, work);
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const language of ['zh-CN', 'en'] as const) {
      say(app.wording.say(language, `refusal.${error.code}`, error.detail));
      for (const field of error.fields) say(`  ${field.path}: ${fieldWords(app.wording, language, field)}`);
    }
    return exit.wrong;
  } finally {
    await app.close();
  }
}

// What is typed goes nowhere: the terminal shows the question alone.
async function readSecret(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: nowhere,
    terminal: process.stdin.isTTY,
  });
  try {
    if (process.stdin.isTTY) process.stderr.write(question);
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (process.stdin.isTTY) process.stderr.write('\n');
  }
}

async function readAnswer(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  const gone = new Promise<never>((_done, fail) =>
    lines
      .once('SIGINT', () => fail(new ExplainedError('已中断 · Interrupted')))
      .once('close', () => fail(new ExplainedError('已中断 · Interrupted'))),
  );
  try {
    return await Promise.race([lines.question(question), gone]);
  } finally {
    gone.catch(() => undefined);
    lines.close();
  }
}

class UsedWrongly extends Error {}

interface Given {
  readonly flags: Readonly<Record<string, string | true>>;
  readonly args: readonly string[];
}

function split(rest: string[]): Given {
  const { values, positionals } = parseArgs({ args: rest, strict: false, allowPositionals: true });
  return {
    flags: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : true]),
    ),
    args: positionals,
  };
}
