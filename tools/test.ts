import { availableParallelism } from 'node:os';
import { inspect } from 'node:util';
import { prepareProduct } from '../e2e/support/product.ts';
import { testServer } from '../server/testing/server.ts';
import { allChecks, root } from './checks/checks.ts';
import { describeCheck, runChecks } from './checks/run-checks.ts';
import { readCommandLine } from './command-line.ts';
import { tellChildren } from './end-with-children.ts';
import { ensureChromium } from './tests/ensure-chromium.ts';
import { ensureFfmpeg } from './tests/ensure-ffmpeg.ts';
import { ensurePeers } from './tests/ensure-peers.ts';
import { missingPeers } from './tests/missing-peers.ts';
import { readOptions, type TestOptions } from './tests/options.ts';
import { useMemory } from './tests/quick-folder.ts';
import { describeFailure, runFiles } from './tests/run-files.ts';
import { gatherFiles } from './tests/shared-processes.ts';
import { sweepDatabases } from './tests/sweep-databases.ts';
import { Tally } from './tests/tally.ts';
import { findTestFiles } from './tests/test-files.ts';

const help = `npm test                     every static check, every test, the browser journeys
npm test -- word …           only the test files whose path contains one of the words
npm run test:deep            the full doses of fuzzer, matrix and accessibility checks
XIANGYIN_SEED=42 npm test    the same random choices again
DATABASE_URL=… DATABASE_ADMIN_URL=… npm test    on a PostgreSQL of yours instead of the embedded one
CITUS_URL=… beside them                         it is the coordinator of a Citus: superuser there; every database is distributed
`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const cores = Math.max(2, availableParallelism());

/** Runs everything asked for, counts, and ends with the line `N passed, N failed`; answers the exit code. */
async function main(options: TestOptions, signal: AbortSignal): Promise<number> {
  const began = performance.now();
  const tally = new Tally(root);
  const { suites, journeys } = findTestFiles(root, options.words);
  process.env['XIANGYIN_SEED'] = String(options.seed);
  process.env['XIANGYIN_DEEP'] = options.deep ? '1' : '';
  say(
    `seed ${options.seed}${options.deep ? ', full doses' : ''}; ${suites.length} test files, ${journeys.length} browser journeys`,
  );

  const removeFromMemory = useMemory(root);
  const minutes = (some: number) => some * (options.deep ? 10 : 1) * 60_000;
  let missing: string | null = null;
  try {
    // Before all else: the pages of site/ are looked at in a browser too.
    process.env['CHROMIUM_PATH'] = ensureChromium(root, say);
    if (suites.some((file) => file.includes('media/conversion'))) ensureFfmpeg(options.deep, say);
    if (suites.some((file) => file.includes('testing/peers'))) ensurePeers(options.deep, say);
    missing = missingPeers(root, suites);
    // Beside the checks and the first suites, for it takes as long as they do.
    const prepared = journeys.length > 0 ? prepareProduct() : Promise.resolve();
    prepared.catch(() => undefined);
    if (options.words.length === 0) await check(tally, options, signal);
    // Started once and held to the end; the test files join it.
    const server = await testServer();
    await runFiles({
      root,
      groups: [
        {
          processes: journeys.map((one) => [one]),
          side: Math.min(cores + 1, 5),
          timeoutMilliseconds: minutes(15),
          ready: prepared,
        },
        { processes: gatherFiles(root, suites), side: cores + 1, timeoutMilliseconds: minutes(15), priority: 5 },
      ],
      // A journey waits as much as it works. One more lane starved what waits for a signal, and saved nothing.
      lanes: cores + 1,
      signal,
      tally,
      say,
    });
    await sweepDatabases(server);
    // Another run of the same checkout may still use it.
    if (await server.stop()) removeFromMemory?.();
  } catch (error) {
    tally.check('starting what the tests need', false, inspect(error));
  }
  return conclude(tally, options, { signal, missing, milliseconds: performance.now() - began });
}

async function check(tally: Tally, { deep }: TestOptions, signal: AbortSignal): Promise<void> {
  const report = (result: Parameters<typeof describeCheck>[0]) => {
    tally.check(result.name, result.ok, result.output);
    say(describeCheck(result));
  };
  await runChecks(allChecks({ deep }), { side: cores, report, signal });
}

interface Ending {
  readonly signal: AbortSignal;
  readonly missing: string | null;
  readonly milliseconds: number;
}

function conclude(tally: Tally, options: TestOptions, { signal, missing, milliseconds }: Ending): number {
  const nothing = tally.passed + tally.failed === 0 && !signal.aborted;
  if (tally.failed > 0) say(`\nwhat failed:\n${tally.failures.map(describeFailure).join('\n')}`);
  if (tally.skipped.length > 0) say(`\nskipped:\n${tally.skipped.map((name) => `  ${name}`).join('\n')}`);
  if (missing !== null) say(`\n${missing}`);
  if (signal.aborted) say('\nstopped before the end');
  if (nothing) say(`\nno test file has ${options.words.join(' or ')} in its path`);
  say(`\nseed ${options.seed}, ${Math.round(milliseconds / 1000)} s`);
  say(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed > 0 || nothing || signal.aborted ? 1 : 0;
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stopping.abort();
    // PostgreSQL is let go of at the end: another run of the same checkout may use it.
    tellChildren({ except: 'postgres' });
  });

process.exitCode = await main(
  readCommandLine(help, (args) => readOptions(args, process.env)),
  stopping.signal,
);
