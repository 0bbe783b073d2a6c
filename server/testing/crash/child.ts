import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { modules } from '../../modules.ts';
import { runWorker } from '../../run-worker.ts';

/** The program as crash tests run it: web and worker on a test database, at the tests' time, killed by a failpoint or by SIGKILL.
 *  Told by the environment: CRASH_DATABASE, CRASH_VAR, CRASH_START (county time), CRASH_BASE (real milliseconds at which that was), CRASH_SMTP and CRASH_WECHAT (peers, where there are). Says `port N` when it answers. */
async function main(): Promise<void> {
  // A test that was ended itself must not leave the program behind.
  process.stdin.resume().once('end', () => process.exit());
  const {
    CRASH_DATABASE = '',
    CRASH_VAR = '',
    CRASH_START = '',
    CRASH_BASE = '',
    CRASH_SMTP,
    CRASH_WECHAT,
  } = process.env;
  const offset = Date.parse(CRASH_START) - Number(CRASH_BASE);
  const clock = { now: () => new Date(Date.now() + offset) };
  const settings = {
    databaseUrl: CRASH_DATABASE,
    varDirectory: CRASH_VAR,
    publicAddress: 'http://one.test',
    logLevel: 'silent',
    trustedProxies: [],
    innerHosts: ['127.0.0.1'],
    severalProcesses: false,
    poolSize: 8,
    ...(CRASH_SMTP ? { smtpUrl: CRASH_SMTP } : {}),
    ...(CRASH_WECHAT ? { wechatAddress: CRASH_WECHAT } : {}),
  } as const;
  const app = await openApp(settings, modules, clock);
  const server = await buildServer(app);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  await runWorker(app);
  process.stdout.write(`port ${new URL(address).port}\n`);
}

await main();
