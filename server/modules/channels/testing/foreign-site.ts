import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page as somebody else's site gives it; words are sent as UTF-8. */
export interface ForeignPage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Somebody else's site on this machine: answers with the pages that it is told, and 404. */
export class ForeignSite implements AsyncDisposable {
  readonly pages = new Map<string, ForeignPage>();
  /** Paths that were asked for, in their order. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '/';
      this.asked.push(path);
      const { status, headers, body } = this.pages.get(path) ?? { status: 404 };
      response.writeHead(status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    });
  }
  static async start(): Promise<ForeignSite> {
    const site = new ForeignSite();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }
  address(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${path}`;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
