import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '#platform/i18n';
import { plainPage } from './page.ts';
import { screenTexts } from './screen-texts.ts';

/** A request to the screen. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly language: Language;
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  // Without any referrer browsers send forms with the origin `null`.
  'referrer-policy': 'same-origin',
};

/** Answers with a page. */
export function send({ response, request }: Asked, status: number, page: string): void {
  response.writeHead(status, headers).end(request.method === 'HEAD' ? '' : page);
}

/** Sends the browser on. */
export function redirect({ response }: Asked, path: string): void {
  response.writeHead(303, { location: path, 'cache-control': 'no-store' }).end();
}

/** Says no, and nothing of why. */
export function turnAway(asked: Asked, status: number): void {
  send(asked, status, plainPage({ ...asked, path: '/' }, screenTexts[asked.language].notFound, ''));
}
