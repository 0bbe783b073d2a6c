import { runningInstances } from '#platform/instance';
import type { Instance } from '#platform/instance';
import { PortTakenError, requireFreePort } from '#platform/port';
import type { Finding } from './finding.ts';
import type { Looked } from './look-at-installation.ts';

const waitMilliseconds = 5_000;

/** Whether every process that runs here answers at its port, and whether the port of the settings is free where none runs. */
export async function ports({ app }: Looked): Promise<Finding[]> {
  const { port, host = '127.0.0.1' } = app.settings.listens ?? {};
  const running = [...(await runningInstances(app.settings.varDirectory))].filter(([name]) => !isWorkerOnly(name));
  if (running.length > 0) return Promise.all(running.map(([, instance]) => answering(instance, hostToAsk(host))));
  return port === undefined ? [] : [await freeOne(host, port)];
}

// A process that only works behind the others listens nowhere; several are numbered.
const isWorkerOnly = (name: string): boolean => /^instance-worker(?:-\d+)?$/.test(name);
const hostToAsk = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

async function answering({ port, isAtWork, startedAt }: Instance, host: string): Promise<Finding> {
  const shown = host.includes(':') ? `[${host}]` : host;
  const isThere = await fetch(`http://${shown}:${port}/healthz`, { signal: AbortSignal.timeout(waitMilliseconds) })
    .then((answer) => answer.ok)
    .catch(() => false);
  if (!isThere && isAtWork === false)
    return {
      ok: true,
      what: `端口 ${port} 上的程序正在启动（${startedAt} 起） · the program at port ${port} is starting (since ${startedAt})`,
    };
  return {
    ok: isThere,
    what: isThere
      ? `端口 ${port} 上程序有应答 · the program answers at port ${port}`
      : `端口 ${port} 上程序没有应答 · the program does not answer at port ${port}`,
    remedy:
      '看它的日志，重新启动 · look at its log and start it anew (journalctl -u xiangyin; systemctl restart xiangyin)',
  };
}

async function freeOne(host: string, port: number): Promise<Finding> {
  try {
    await requireFreePort({ host, port });
    return { ok: true, what: `端口 ${port} 空着，程序没有在运行 · port ${port} is free, the program does not run` };
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    const [zh = '', en = ''] = error.message.split('\n');
    return { ok: false, what: `${zh} · ${en}`, remedy: '停掉它，或写别的 PORT · end it, or set another PORT' };
  }
}
