import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Language } from '#platform/i18n';
import type { CommandCall } from '#platform/manifest';
import { plainStyles } from '#portal';
import { send, turnAway } from './answers.ts';
import { plainPage } from './page.ts';
import { TooLarge } from './read-form.ts';
import { isFromHere, ScreenDoor } from './screen-door.ts';
import { screenTexts } from './screen-texts.ts';
import { StartPages } from './start-pages.ts';

/** The pages by which somebody at this machine starts a county. */
export interface Screen {
  readonly port: number;
  /** Opens the pages for the browser that shows it first, once. */
  readonly code: string;
  /** Resolves when the county stands and whoever sits there has finished, or by `close`; answers whether the county stands. */
  readonly ended: Promise<boolean>;
  close(): void;
}

/** Listens on this machine alone. All that is typed stays in memory until the start; a list of places that is sent lies in the data folder, readable by its owner alone. Port 0: any that is free. */
export async function openScreen(call: CommandCall, port = 0): Promise<Screen> {
  const style = (await plainStyles()) + (await readFile(join(import.meta.dirname, 'screen.css'), 'utf8'));
  const door = new ScreenDoor();
  const pages = new StartPages(call);
  const languageOf = oneLanguage();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    const asked = { request, response, path: url?.pathname ?? '/', language: languageOf(request, url) };
    const t = screenTexts[asked.language];
    try {
      if (!isFromHere(request)) turnAway(asked, 403);
      else if (asked.path === '/style.css')
        response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(style);
      else if (asked.path === '/code' && request.method === 'POST') await door.take(asked);
      else if (door.knows(request)) await pages.answer(asked);
      else door.ask(asked);
      if (door.isShut) pages.end();
    } catch (error) {
      if (error instanceof TooLarge) return send(asked, 413, plainPage({ ...asked, path: '/' }, t.title, t.tooLarge));
      call.app.log.error('a page of the start failed', { error: error instanceof Error ? error : undefined });
      if (!response.headersSent) turnAway(asked, 500);
    }
  };
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => void answer(request, response));
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  const ended = pages.ended.finally(() => {
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    code: door.code,
    ended,
    close: () => pages.end(),
  };
}

/** The browser's language, until somebody chooses the other. */
function oneLanguage(): (request: IncomingMessage, url: URL | null) => Language {
  let chosen: Language | null = null;
  return ({ headers }, url) => {
    const wanted = url?.searchParams.get('language');
    if (wanted === 'en' || wanted === 'zh-CN') chosen = wanted;
    return chosen ?? (/^zh\b/i.test(headers['accept-language'] ?? 'zh') ? 'zh-CN' : 'en');
  };
}
