import { ServerResponse } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { refuse } from '../refuse.ts';
import { mustBeSameOrigin } from './same-origin.ts';

interface Upgrade {
  readonly socket: Duplex;
  readonly head: Buffer;
}

const upgrades = new WeakMap<IncomingMessage, Upgrade>();
const servers = new WeakMap<FastifyInstance, WebSocketServer>();
const ending = new WeakSet<FastifyInstance>();

/** The longest message of a socket, in bytes: a text written for a day without a line. */
const longestMessage = 4 * 1024 * 1024;

/** Lets requests that ask for a WebSocket through the same door as all others: host, sign-in and abilities are asked by the route, and a refusal is an ordinary answer.
 *  Only a route that calls `becomeSocket` opens one. */
export function listenForUpgrades(server: FastifyInstance, http: Server): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false });
  servers.set(server, sockets);
  http.on('upgrade', (request, socket, head) => {
    upgrades.set(request, { socket, head });
    socket.on('error', () => socket.destroy());
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as never);
    response.on('finish', () => socket.end());
    server.routing(request, response);
  });
  server.addHook('preClose', async () => {
    // Who writes comes back by themselves, here or at another process.
    ending.add(server);
    for (const one of sockets.clients) one.close(1001, 'Restarting');
    setTimeout(() => sockets.clients.forEach((one) => one.terminate()), 500).unref();
    sockets.close();
  });
}

/** Whether the server of a request ends, and has closed its sockets by itself. */
export const isEnding = (request: FastifyRequest): boolean => ending.has(request.server);

/** Makes a WebSocket of the request. Refuses: UpgradeRequired (426) for one that asks for none, CrossSite (403) for one that another site could have sent. */
export function becomeSocket(request: FastifyRequest, reply: FastifyReply): Promise<WebSocket> {
  const upgrade = upgrades.get(request.raw);
  const sockets = servers.get(request.server);
  if (!upgrade || !sockets || !/^websocket$/i.test(request.headers.upgrade ?? '')) return refuse('UpgradeRequired');
  // A page of another site may open a socket here with the reader's cookie; no browser asks us first (CORS does not apply).
  if (request.headers.origin === undefined) refuse('CrossSite');
  mustBeSameOrigin(request, true);
  reply.hijack();
  request.ctx?.app.rightOfWay.ends(reply.raw);
  reply.raw.detachSocket(upgrade.socket as never);
  return new Promise((resolve) => {
    sockets.handleUpgrade(request.raw, upgrade.socket, upgrade.head, resolve);
  });
}
