import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * A line to the product that can be cut. Chromium's own "offline" reaches a service worker late when it has just been
 * started anew, and what it asks meanwhile is answered; through a line that is cut nothing comes.
 */
export class Line implements AsyncDisposable {
  readonly address: string;
  readonly #server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    this.address = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  /** @param product address of the product, as `http://localhost:1234` */
  static async to(product: string): Promise<Line> {
    const { hostname, port } = new URL(product);
    const server = createServer((near) => {
      if (line.#isCut) return void near.destroy();
      const far = connect(Number(port), hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        line.#sockets.add(one);
        one
          .on('error', () => other.destroy())
          .on('close', () => {
            line.#sockets.delete(one);
            other.destroy();
          });
        one.pipe(other);
      }
    });
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    const line = new Line(server);
    return line;
  }

  /** Nothing passes any more, neither on new connections nor on those that were open. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    await new Promise((done) => this.#server.close(done));
  }
}
