import { createServer } from 'node:http';

/** The physical limit of a page: bare node:http that serves the same bytes with the same headers. Run as a process: the bytes come over IPC. */
process.on('message', (pages: { path: string; headers: string[]; body: string }[]) => {
  const byPath = new Map(
    pages.map((page) => [page.path, { headers: page.headers, body: Buffer.from(page.body, 'base64') }]),
  );
  const server = createServer((request, response) => {
    const page = byPath.get(request.url ?? '');
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, page.headers);
    response.end(page.body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
  });
});
