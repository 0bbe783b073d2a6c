import { parseArgs } from 'node:util';
import { testServer } from '../server/testing/server.ts';
import { readCommandLine, wholeNumber } from './command-line.ts';
import { fuzz } from './fuzz/run.ts';
import type { FuzzReport } from './fuzz/run.ts';

const help = `node tools/fuzz-api.ts [--seed 1] [--per-operation 300] [--module access] [--path /stories]
Sends made-up requests to every operation of the OpenAPI document and says what must not be.
`;

/** Words for a report: what was found, what was slow, what was never reached. */
function describe(report: FuzzReport): string {
  const statuses = [...report.statuses]
    .toSorted(([one], [other]) => one - other)
    .map(([status, times]) => `${status}: ${times}`);
  return [
    ...report.findings.map((one) => `${one.operation} ${one.what} (${one.times} times)\n    ${one.example}`),
    ...report.slow.slice(0, 20).map((line) => `slow: ${line}`),
    ...report.neverDone.map((name) => `never answered 2xx: ${name}`),
    `${report.requests} requests; ${statuses.join(', ')}`,
    `${report.findings.length} findings`,
  ].join('\n');
}

function readOptions(args: string[]): Parameters<typeof fuzz>[0] {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { seed: text, 'per-operation': text, module: text, path: text } });
  const { module, path } = values;
  return {
    seed: wholeNumber('--seed', values.seed ?? (process.env['XIANGYIN_SEED'] || '1')),
    perOperation: wholeNumber('--per-operation', values['per-operation'] ?? '300'),
    ...(module ? { modules: [module] } : {}),
    ...(path ? { path } : {}),
  };
}

async function main(): Promise<void> {
  const report = await fuzz(readCommandLine(help, readOptions));
  process.stdout.write(`${describe(report)}\n`);
  process.exitCode = report.findings.length > 0 ? 1 : 0;
  await (await testServer()).stop();
}

await main();
