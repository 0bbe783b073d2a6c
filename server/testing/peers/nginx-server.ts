import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { overHttp } from '../over-http.ts';

const shipped = join(import.meta.dirname, '../../../deploy/nginx/xiangyin.conf');

/** A real nginx in front of the program, under the very file that we give to administrators: only its addresses and its folder are of this machine. */
export class NginxServer implements AsyncDisposable {
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #folder: string;
  private constructor(child: ChildProcess, folder: string, port: number) {
    [this.#child, this.#folder, this.address] = [child, folder, `http://127.0.0.1:${port}`];
  }

  /** Starts it in front of a program on this machine. Throws what it says of its configuration. */
  static async start(nginx: string, programPort: number): Promise<NginxServer> {
    const folder = mkdtempSync(join(tmpdir(), 'xy-nginx-'));
    const port = await freePort();
    const ours = readFileSync(shipped, 'utf8')
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('127.0.0.1:8080', `127.0.0.1:${programPort}`)
      .replace('/var/cache/nginx/xiangyin', join(folder, 'cache'));
    writeFileSync(join(folder, 'nginx.conf'), around(folder, ours));
    const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const server = new NginxServer(child, folder, port);
    let said = '';
    child.stderr?.on('data', (data: Buffer) => void (said += data.toString()));
    for (let tries = 0; ; tries += 1) {
      if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
      const answers = await overHttp(server.address, '/healthz').then(
        () => true,
        () => false,
      );
      if (answers) return server;
      if (tries === 1_200) throw new Error(`nginx does not answer: ${said}`);
      await pause(50);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

// What Debian's own nginx.conf says around it, without a second process and without a log.
const around = (folder: string, http: string): string => `
daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${http}
}
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
