import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDesk } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { ownerClient } from '#testing';
import { portalOptions } from '../options.ts';

/** A whole centre of its own: its database, its web server with its public pages, reached by other programs under its own address. */
export interface Centre extends AsyncDisposable {
  readonly desk: Desk;
  readonly origin: string;
}

/** Starts a centre on this machine. */
export async function startCentre(): Promise<Centre> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const desk = await openDesk({ innerHosts: ['127.0.0.1'], publicAddress: origin });
  const { county } = desk;
  const owner = await ownerClient(county.database);
  await owner.query(`insert into platform.hosts (host, county_id) values ('127.0.0.1', 1)`);
  await owner.end();
  await county.app.counties.reload();
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.listen({ port, host: '127.0.0.1' });
  return {
    desk,
    origin,
    async [Symbol.asyncDispose]() {
      await server.close();
      await desk[Symbol.asyncDispose]();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A line to a centre that can lose answers: what was asked is done there all the same. */
export class Line implements AsyncDisposable {
  /** How many of the next answers are lost. */
  lost = 0;
  /** Method and path of each call, in their order. */
  readonly calls: string[] = [];
  readonly #server: Server;

  private constructor(to: string) {
    this.#server = createServer((incoming, outgoing) => {
      const { host: _, ...headers } = incoming.headers;
      this.calls.push(`${incoming.method} ${incoming.url?.split('?')[0]}`);
      const loses = this.lost > 0;
      if (loses) this.lost -= 1;
      const there = request(new URL(incoming.url ?? '/', to), { method: incoming.method, headers }, (answer) => {
        if (loses) {
          answer.resume().on('end', () => outgoing.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      there.on('error', () => outgoing.destroy());
      incoming.pipe(there);
    });
  }
  static async to(address: string): Promise<Line> {
    const line = new Line(address);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
