import { buildServer } from '#platform/http/server';
import { machineClock } from '#platform/clock';
import { runTurn } from '#platform/recurring';
import { kernelWork } from '#platform/kernel-work';
import { openApp } from '#platform/app';
import { modules } from '../../modules.ts';
import { runWorker } from '../../run-worker.ts';

/** The program as `start.ts` runs it, on a test county and by the machine's own clock: CLOCK_DATABASE, CLOCK_VAR. Says `port N` when it answers; a message `{ turn }` gives a recurring work its turn at once. */
async function main(): Promise<void> {
  // A test that was ended itself must not leave the program behind.
  process.stdin.resume().once('end', () => process.exit());
  const { CLOCK_DATABASE = '', CLOCK_VAR = '' } = process.env;
  const settings = {
    databaseUrl: CLOCK_DATABASE,
    varDirectory: CLOCK_VAR,
    publicAddress: 'http://one.test',
    logLevel: 'error',
    trustedProxies: [],
    severalProcesses: false,
    poolSize: 8,
    readsPerMinute: 20,
  } as const;
  const app = await openApp(settings, modules, machineClock);
  const server = await buildServer(app);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  await runWorker(app);
  const works = [...kernelWork, ...modules.flatMap(({ recurring }) => recurring ?? [])];
  process.on('message', (said) => {
    const { turn } = Object(said) as { turn?: unknown };
    const work = works.find(({ name }) => name === turn);
    if (work) void runTurn(app, work).then(() => process.send?.('done'));
  });
  process.stdout.write(`port ${new URL(address).port}\n`);
}

await main();
