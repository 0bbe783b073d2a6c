import type { Socket } from 'node:net';
import type { App } from '../app.ts';
import { Refusal } from '../refuse.ts';
import { problemOf } from './problem.ts';

/** What no parser could read reaches no route: too long a head, a client that never ends it, bytes that are no HTTP. Its language is in the part that was not read: it is told in every language of ours. */
export function answerBrokenRequest(app: App, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal = new Refusal(codes[error.code ?? ''] ?? 'BadRequest');
  const requestId = `${app.processId.slice(0, 8)}-${app.nextRequestNumber()}`;
  const [zh, en] = (['zh-CN', 'en'] as const).map((language) => problemOf(refusal, app.wording, language, requestId));
  const body = JSON.stringify({ ...zh, title: `${zh?.title ?? ''} ${en?.title ?? ''}` });
  socket.end(
    `HTTP/1.1 ${refusal.status} ${refusal.code}\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nx-request-id: ${requestId}\r\n\r\n${body}`,
  );
}

const codes: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'HeadTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'TooSlow',
};
