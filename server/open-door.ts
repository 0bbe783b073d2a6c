import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { httpLimits } from '#platform/http/limits';
import type { Settings } from '#platform/settings';
import { startingSteps } from './starting-steps.ts';
import type { StartingStep } from './starting-steps.ts';

/** The listening port, before and after the program behind it is ready. */
export interface Door {
  /** Names the step that is being done, for the progress page. */
  show(step: StartingStep): void;
  /** Keeps the program's listener until `open`. */
  admit(listener: RequestListener): Server;
  /** From now on requests go to the program. */
  open(): Promise<void>;
  /** 收尾: lets nobody in any more, tells those who are in to come back over another line, and waits until what was asked is answered; streams of changes are left to `close`, and nothing is waited for longer than 3 s. */
  empty(): Promise<void>;
  /** The step that was shown last failed: says so, with what to do, to whoever is looking at the progress page. Resolves when they have read it, at once when nobody looks, and after 3 s at the latest. */
  fail(): Promise<void>;
  close(): Promise<void>;
}

/** The progress page asks again every second. */
const lookingMilliseconds = 3_000;
/** Less than a process has to end (platform/stop-signals.ts). */
const emptyingMilliseconds = 3_000;
const lastRequestsMilliseconds = 300;

/** Listens at once and shows a page that reloads itself until the program is ready, or says which step failed. `opensLate`: listens when the program is ready, so that a proxy asks the other processes until then. */
export async function openDoor(
  settings: Pick<Settings, 'host' | 'port'>,
  { opensLate = false }: { opensLate?: boolean } = {},
): Promise<Door> {
  let step: StartingStep = 'database';
  let lookedAt = -Infinity;
  let inside: RequestListener | undefined;
  let listener: RequestListener = (_, response) => {
    lookedAt = performance.now();
    send(response, progressPage(step), { 'retry-after': '1' });
  };
  const underWay = new Set<ServerResponse>();
  let isEmptying = false;
  const server = createServer(httpLimits, (request, response) => {
    // A stream of changes has no end of its own.
    if (!request.headers.accept?.includes('text/event-stream')) {
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
    }
    if (isEmptying) response.setHeader('connection', 'close');
    listener(request, response);
  });
  const listen = (): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(settings.port, settings.host, resolve);
    });
  if (!opensLate) await listen();
  return {
    show: (name) => void (step = name),
    admit(program) {
      inside = program;
      return server;
    },
    async open() {
      listener = inside ?? listener;
      if (opensLate) await listen();
    },
    async empty() {
      isEmptying = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
      // No new line. Those that are open stay for a moment: a proxy may be asking on one just now, and is told to come back over another.
      TcpServer.prototype.close.call(server);
      await pause(lastRequestsMilliseconds);
      const end = performance.now() + emptyingMilliseconds;
      while (underWay.size > 0 && performance.now() < end) await pause(20);
    },
    fail: () =>
      new Promise((resolve) => {
        listener = (_, response) => send(response, failurePage(step), {}, resolve);
        if (performance.now() - lookedAt > lookingMilliseconds) resolve();
        else setTimeout(resolve, lookingMilliseconds).unref();
      }),
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) resolve();
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
}

// The site's own styles are not made yet.
const style =
  'body{margin:0 auto;max-width:34em;padding:12vh 20px;font:17px/1.8 system-ui,sans-serif;color:#1f2a26;background:#faf7f0}h1{font:700 1.5em/1.35 serif}p{margin:.6em 0}div{margin-top:2em}code{font-size:.95em;white-space:nowrap}@media(prefers-color-scheme:dark){body{color:#e8e4da;background:#171a18}}';
const styleHash = createHash('sha256').update(style).digest('base64');

function send(
  response: Parameters<RequestListener>[1],
  { head, title, body }: { head: string; title: string; body: string },
  headers: Record<string, string>,
  sent?: () => void,
): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'`,
    ...headers,
  });
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${head}<meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style>${body}</html>`,
    sent,
  );
}

const progressPage = (step: StartingStep) => ({
  head: '<meta http-equiv="refresh" content="1">',
  title: '乡音',
  body: `<h1>乡音正在启动 · Xiangyin is starting</h1><p>${startingSteps[step].name}</p>`,
});

// Does not ask again: nobody would answer, and the words would be gone.
const failurePage = (step: StartingStep) => ({
  head: '',
  title: '乡音没有启动 · Xiangyin did not start',
  body: `<h1>乡音没有启动</h1><p>停在：${startingSteps[step].name}</p><p>${startingSteps[step].zh}</p><p>请管服务器的人看启动程序那里的输出或服务的日志，原因写在最后；<code>npm run cli -- doctor</code> 会查设置哪里不对。处理好以后重新启动，再打开这一页。</p><div lang="en"><h1>Xiangyin did not start</h1><p>${startingSteps[step].en}</p><p>Please ask whoever looks after the server to read what the program said when it started, or the log of the service: the reason stands at the end. <code>npm run cli -- doctor</code> says what is wrong with the settings. Once that is mended, start it again and open this page anew.</p></div>`,
});
