import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { wholeNumber } from '../command-line.ts';

/** What the command line of `npm test` asks for. */
export interface TestOptions {
  /** The full doses of fuzzer, matrix and axe instead of a seeded share. */
  deep: boolean;
  /** Only files whose path contains one of these words; with words, the static checks are left out. */
  words: string[];
  /** What every random choice of the run starts from. */
  seed: number;
}

/** Reads the command line and `XIANGYIN_SEED`. Throws what `parseArgs` throws for an unknown option, and UsedWrongly for a seed that is not a whole number. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): TestOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { deep: { type: 'boolean', default: false } },
  });
  return {
    deep: values.deep || environment['XIANGYIN_DEEP'] === '1',
    words: positionals,
    seed: readSeed(environment['XIANGYIN_SEED']),
  };
}

function readSeed(given: string | undefined): number {
  return given === undefined || given === '' ? randomInt(1, 2 ** 31) : wholeNumber('XIANGYIN_SEED', given);
}
