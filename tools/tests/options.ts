import { randomInt } from 'node:crypto';

/** What the command line of `npm test` asks for. */
export interface TestOptions {
  help: boolean;
  /** The full doses of fuzzer, matrix and axe instead of a seeded share. */
  deep: boolean;
  /** Only files whose path contains one of these words; with words, the static checks are left out. */
  words: string[];
  /** What every random choice of the run starts from. */
  seed: number;
}

/** Reads the command line and `XIANGYIN_SEED`. Throws for an unknown option or a seed that is not a whole number. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): TestOptions {
  const flags = args.filter((word) => word.startsWith('-'));
  const unknown = flags.find((flag) => !['--deep', '--help'].includes(flag));
  if (unknown !== undefined) throw new Error(`unknown option ${unknown}; see npm test -- --help`);
  return {
    help: flags.includes('--help'),
    deep: flags.includes('--deep') || environment['XIANGYIN_DEEP'] === '1',
    words: args.filter((word) => !word.startsWith('-')),
    seed: readSeed(environment['XIANGYIN_SEED']),
  };
}

function readSeed(given: string | undefined): number {
  if (given === undefined || given === '') return randomInt(1, 2 ** 31);
  const seed = Number(given);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`XIANGYIN_SEED must be a whole number, not '${given}'`);
  return seed;
}
