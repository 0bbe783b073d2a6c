import { parseArgs } from 'node:util';
import { UsedWrongly, wholeNumber } from '../tools/command-line.ts';
import { dispatchCounties } from './dispatch-counties.ts';

/** The parts that are measured on the county of the bench, each also by itself. */
export const parts = ['newsroom', 'channels', 'slow-channel', 'reach', 'site', 'search', 'volunteering'] as const;
export type Part = (typeof parts)[number];

/** How much is done of each; `tiny` only shows that it runs, its figures say nothing. */
export type Dose = 'whole' | 'quick' | 'tiny';

/** What an installation costs, each measured on a county of its own. */
export const operations = ['processes', 'rolling', 'counties', 'archive', 'start', 'killed'] as const;
export type Operation = (typeof operations)[number];

/** What the command line of `npm run bench` asks for. */
export type BenchOptions =
  /** `part` null: all of them. */
  | { readonly what: 'county'; readonly part: Part | null; readonly dose: Dose }
  | {
      readonly what: 'dispatch';
      readonly files: readonly string[];
      readonly only: string | null;
      readonly writeInstances: boolean;
    }
  | { readonly what: 'hours'; readonly entries: number }
  | { readonly what: 'operations'; readonly names: readonly Operation[]; readonly full: boolean }
  | { readonly what: 'co-editing' };

export const help = `npm run bench                        everything below that is measured on one county: an hour
npm run bench -- --newsroom          its board, long texts and pictures alone, on an empty county
npm run bench -- --channels          one story to many receivers, the slow channel and the purge
npm run bench -- --slow-channel      what a slow channel costs the others
npm run bench -- --reach             a page anew in four web processes
npm run bench -- --site              what readers and orders meet, and the start
npm run bench -- --search            the search over a million documents
npm run bench -- --volunteering      many volunteers, few open orders
  … --quick                          fewer passes and stories
  … --tiny                           only to see that it runs; the figures say nothing

npm run bench -- dispatch [file …]   plans the counties of the figures, or instance files
  … --only ${dispatchCounties.map(({ name }) => name).join('|')}
  … --write-instances                writes those counties as files
npm run bench -- hours [entries]     checks a ledger of hours; 5000000 entries unless said
npm run bench -- operations [${operations.join('|')} …]
                                     what running an installation costs
  … --full                           as long and as large as the figures are asked for
npm run bench -- co-editing          writing together, in real browsers
`;

/** Reads the command line. Throws UsedWrongly, or what `parseArgs` throws, for what it does not know. */
export function readOptions([first, ...rest]: readonly string[]): BenchOptions {
  if (first === 'dispatch') return readDispatch(rest);
  if (first === 'hours') return readHours(rest);
  if (first === 'operations') return readOperations(rest);
  if (first === 'co-editing') {
    parseArgs({ args: rest });
    return { what: 'co-editing' };
  }
  return readCounty(first === undefined ? [] : [first, ...rest]);
}

const flag = { type: 'boolean', default: false } as const;

function readCounty(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      newsroom: flag,
      channels: flag,
      'slow-channel': flag,
      reach: flag,
      site: flag,
      search: flag,
      volunteering: flag,
      quick: flag,
      tiny: flag,
    },
  });
  if (positionals.length > 0)
    throw new UsedWrongly(
      `There is no measurement '${positionals.join(' ')}': dispatch, hours, operations, co-editing`,
    );
  return {
    what: 'county',
    part: oneOf(parts.filter((part) => values[part])),
    dose: oneOf((['quick', 'tiny'] as const).filter((dose) => values[dose])) ?? 'whole',
  };
}

function oneOf<Choice extends string>(chosen: readonly Choice[]): Choice | null {
  if (chosen.length > 1) throw new UsedWrongly(`Only one of these: ${chosen.map((one) => `--${one}`).join(', ')}`);
  return chosen[0] ?? null;
}

function readDispatch(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { only: { type: 'string' }, 'write-instances': flag },
  });
  const only = values.only ?? null;
  const names = dispatchCounties.map(({ name }) => name);
  if (only !== null && !names.includes(only))
    throw new UsedWrongly(`There is no county '${only}': ${names.join(', ')}`);
  if (positionals.length > 0 && (only !== null || values['write-instances']))
    throw new UsedWrongly('Files are planned as they are: without --only and --write-instances');
  return { what: 'dispatch', files: positionals, only, writeInstances: values['write-instances'] };
}

function readHours(args: readonly string[]): BenchOptions {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [entries = '5000000', ...others] = positionals;
  if (others.length > 0) throw new UsedWrongly(`How many entries is one number, not '${positionals.join(' ')}'`);
  return { what: 'hours', entries: wholeNumber('How many entries', entries, 1) };
}

function readOperations(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { full: flag } });
  const stranger = positionals.find((name) => !operations.some((one) => one === name));
  if (stranger !== undefined)
    throw new UsedWrongly(`There is no measurement 'operations ${stranger}': ${operations.join(', ')}`);
  return { what: 'operations', names: operations.filter((one) => positionals.includes(one)), full: values.full };
}
