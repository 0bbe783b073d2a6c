import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { allChecks, fixers } from './checks/checks.ts';
import { describeCheck, runChecks } from './checks/run-checks.ts';
import { readCommandLine, UsedWrongly } from './command-line.ts';
import { endWithChildren } from './end-with-children.ts';

const help = `npm run check                    every static check: format, lint, types, imports, papers, unused code
npm run check -- --fix [path …]  first mend what mends by itself (format, lint), everywhere or in the paths
`;

const say = (text: string) => process.stdout.write(`${text}\n`);

interface Asked {
  readonly fix: boolean;
  readonly paths: readonly string[];
}

function readOptions(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { fix: { type: 'boolean', default: false } },
  });
  if (positionals.length > 0 && !values.fix)
    throw new UsedWrongly('Everything is checked, not a path alone; paths are what --fix mends');
  return { fix: values.fix, paths: positionals };
}

/** Runs every static check and says how each went; answers the exit code. */
async function main({ fix, paths }: Asked): Promise<number> {
  const began = performance.now();
  const report = (result: Parameters<typeof describeCheck>[0]) => say(describeCheck(result));
  if (fix) await runChecks(fixers(paths), { side: 1, report });
  const results = await runChecks(allChecks(), { side: Math.max(2, availableParallelism()), report });
  const failed = results.filter((result) => !result.ok);
  const took = ((performance.now() - began) / 1000).toFixed(1);
  say(
    failed.length === 0
      ? `all ${results.length} checks are fine (${took} s)`
      : `${failed.length} of ${results.length} checks failed: ${failed.map(({ name }) => name).join(', ')} (${took} s)`,
  );
  return failed.length === 0 ? 0 : 1;
}

endWithChildren();
process.exitCode = await main(readCommandLine(help, readOptions));
