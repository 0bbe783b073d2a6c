import { createServer } from 'node:http';

/** Receivers of signed calls, as many as there are paths: each call is taken and counted by its id. Run as a process; tells what it counted when asked over IPC. */
const seen = new Map<string, number>();
const server = createServer((request, response) => {
  const id = String(request.headers['webhook-id']);
  seen.set(id, (seen.get(id) ?? 0) + 1);
  request.resume().once('end', () => response.writeHead(204).end());
});
process.on('message', () => {
  const counts = [...seen.values()];
  process.send?.({ sendings: counts.length, doubled: counts.filter((count) => count > 1).length });
  seen.clear();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
