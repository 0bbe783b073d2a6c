import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real notice board on this machine, as the tutorial has it. */
export class BoardServer implements AsyncDisposable {
  readonly posts = new Map<string, { key: string; title: string; text: string }>();
  readonly token = 'board-token';
  /** The next answers that get lost on the way; what was asked is done all the same. */
  lost = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { status, id } =
          request.headers.authorization === `Bearer ${this.token}`
            ? this.#do(request.url ?? '/', Buffer.concat(chunks).toString())
            : { status: 401, id: '' };
        if (this.lost > 0 && request.method === 'POST') {
          this.lost -= 1;
          return void response.destroy();
        }
        response.writeHead(status).end(JSON.stringify({ id, address: `https://board.example/${id}` }));
      });
    });
  }
  static async start(): Promise<BoardServer> {
    const board = new BoardServer();
    await new Promise<void>((resolve) => board.#server.listen(0, '127.0.0.1', resolve));
    return board;
  }
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  #do(url: string, body: string): { status: number; id: string } {
    const { pathname, searchParams } = new URL(url, 'http://board');
    const [, , id = '', part] = pathname.split('/');
    const sent = Object(JSON.parse(body || '{}')) as { key: string; title: string; text: string };
    if (id === '' && body !== '') {
      const made = String(this.posts.size + 1);
      this.posts.set(made, sent);
      return { status: 201, id: made };
    }
    const known = id || [...this.posts].find(([, post]) => post.key === searchParams.get('key'))?.[0] || '';
    const post = this.posts.get(known);
    if (!post) return { status: 404, id: '' };
    if (part === 'removal') this.posts.delete(known);
    else if (body !== '') this.posts.set(known, { ...sent, key: post.key });
    return { status: 200, id: known };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
