import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { httpLimits } from '#platform/http/server';
import type { Settings } from '#platform/settings';

/** The listening port, before and after the program behind it is ready. */
export interface Door {
  /** Names the step that is being done, for the progress page. */
  show(step: string): void;
  /** Keeps the program's listener until `open`. */
  admit(listener: RequestListener): Server;
  /** From now on requests go to the program. */
  open(): void;
  close(): Promise<void>;
}

/** Listens at once and shows a page that reloads itself until the program is ready. */
export async function openDoor(settings: Pick<Settings, 'host' | 'port'>): Promise<Door> {
  let step = '';
  let inside: RequestListener | undefined;
  let listener: RequestListener = (_, response) => showProgress(response, step);
  const server = createServer(httpLimits, (request, response) => listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  return {
    show: (name) => void (step = name),
    admit(program) {
      inside = program;
      return server;
    },
    open: () => void (listener = inside ?? listener),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
}

function showProgress(response: Parameters<RequestListener>[1], step: string): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'retry-after': '1',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
  });
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><meta name="viewport" content="width=device-width"><title>乡音</title><h1>乡音正在启动 · Xiangyin is starting</h1><p>${step}</p></html>`,
  );
}
