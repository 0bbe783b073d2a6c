import { availableParallelism } from 'node:os';
import { allChecks, fixers } from './checks/checks.ts';
import { describeCheck, runChecks } from './checks/run-checks.ts';
import { endWithChildren } from './end-with-children.ts';

const help = `npm run check                    every static check: format, lint, types, imports, papers, unused code
npm run check -- --fix [path …]  first mend what mends by itself (format, lint), everywhere or in the paths
`;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Runs every static check and says how each went; answers the exit code. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  const began = performance.now();
  const report = (result: Parameters<typeof describeCheck>[0]) => say(describeCheck(result));
  if (args.includes('--fix')) {
    await runChecks(fixers(args.filter((word) => !word.startsWith('--'))), { side: 1, report });
  }
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
process.exitCode = await main(process.argv.slice(2));
