import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';

/** Receivers of signed calls, as many as there are paths: each call is taken and counted by its id. `/never` gives no answer, `/slow` one after five seconds. Run as a process; tells what it counted when asked over IPC (`count`), and breaks off what it never answered (`let go`). */
const seen = new Map<string, number>();
const held = new Set<ServerResponse>();
const slowMilliseconds = 5_000;
const server = createServer((request, response) => {
  const id = String(request.headers['webhook-id']);
  seen.set(id, (seen.get(id) ?? 0) + 1);
  const answer = (): void => void response.writeHead(204).end();
  request.resume().once('end', () => {
    if (request.url === '/never') held.add(response);
    else if (request.url === '/slow') setTimeout(answer, slowMilliseconds);
    else answer();
  });
});
process.on('message', (asked) => {
  if (asked === 'let go') {
    for (const response of held) response.socket?.destroy();
    return held.clear();
  }
  const counts = [...seen.values()];
  process.send?.({ sendings: counts.length, doubled: counts.filter((count) => count > 1).length });
  seen.clear();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
