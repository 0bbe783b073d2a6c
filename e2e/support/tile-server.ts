import { createServer } from 'node:http';
import sharp from 'sharp';

/** A server of map tiles on this machine: each is drawn as it is asked for, fields and a lane, with its place in the grid written on it. */
export interface TileServer extends AsyncDisposable {
  /** `http://127.0.0.1:49152/{z}/{x}/{y}.png` */
  readonly address: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** From now on it answers as a server does that has no more room, or gives tiles again. */
  refuse(all: boolean): void;
}

/** Starts it on a free port. */
export async function startTileServer(): Promise<TileServer> {
  const asked: string[] = [];
  let refuses = false;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    // As public servers do: a page elsewhere may read it.
    const open = { 'access-control-allow-origin': '*' };
    if (refuses) return void response.writeHead(503, open).end();
    void tileOf(path).then((tile) => response.writeHead(200, { 'content-type': 'image/png', ...open }).end(tile));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return {
    address: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    asked,
    refuse: (all) => void (refuses = all),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const tileOf = (path: string): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">
      <rect width="256" height="256" fill="#dfe8cf"/><path d="M0 60h150v90H0zM170 160h86v96h-86z" fill="#c4d9a8"/>
      <path d="M0 200C80 170 150 230 256 190" stroke="#9cc3dc" stroke-width="14" fill="none"/><path d="M190 0v256" stroke="#fff" stroke-width="8"/>
      <rect x=".5" y=".5" width="255" height="255" fill="none" stroke="#8a9a78"/>
      <text x="10" y="24" font-family="sans-serif" font-size="14" fill="#44513a">${path.replace(/^\/|\.png$/g, '')}</text></svg>`),
  )
    .png()
    .toBuffer();
