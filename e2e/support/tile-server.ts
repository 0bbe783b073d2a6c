import { createServer } from 'node:http';
import sharp from 'sharp';

/** A server of map tiles on this machine: each is green, with its place in the grid at hand in `asked`. */
export interface TileServer extends AsyncDisposable {
  /** `http://127.0.0.1:49152/{z}/{x}/{y}.png` */
  readonly address: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/** Starts it on a free port. */
export async function startTileServer(): Promise<TileServer> {
  const tile = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#9fd3a8' } })
    .png()
    .toBuffer();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    // As public servers do: a page elsewhere may read it.
    response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end(tile);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return {
    address: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
