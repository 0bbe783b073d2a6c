import { testServer } from '../server/testing/server.ts';
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

function flag(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(help);
  const module = flag('module');
  const path = flag('path');
  const report = await fuzz({
    seed: Number(flag('seed') ?? process.env['XIANGYIN_SEED'] ?? 1),
    perOperation: Number(flag('per-operation') ?? 300),
    ...(module ? { modules: [module] } : {}),
    ...(path ? { path } : {}),
  });
  process.stdout.write(`${describe(report)}\n`);
  process.exitCode = report.findings.length > 0 ? 1 : 0;
  await (await testServer()).stop();
}

await main();
