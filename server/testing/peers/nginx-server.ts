import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { overHttp } from '../over-http.ts';

const shipped = join(import.meta.dirname, '../../../deploy/nginx/xiangyin.conf');
const shippedCertificate = join(import.meta.dirname, '../../../deploy/nginx/own-certificate.conf');

/** Where a certificate and its key lie (PEM). */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** A real nginx in front of the program, under the very file that we give to administrators: only its addresses and its folder are of this machine. */
export class NginxServer implements AsyncDisposable {
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #folder: string;
  private constructor(child: ChildProcess, folder: string, address: string) {
    [this.#child, this.#folder, this.address] = [child, folder, address];
  }

  /** Starts it in front of the processes of a program on this machine. Throws what it says of its configuration. */
  static start(nginx: string, ...programPorts: readonly number[]): Promise<NginxServer> {
    return NginxServer.#start(nginx, programPorts, null);
  }

  /** The same with the file that we give to those who have a certificate of their own; `address` is then https. */
  static startSecure(nginx: string, programPort: number, files: CertificateFiles): Promise<NginxServer> {
    return NginxServer.#start(nginx, [programPort], files);
  }

  static async #start(
    nginx: string,
    programPorts: readonly number[],
    files: CertificateFiles | null,
  ): Promise<NginxServer> {
    const folder = mkdtempSync(join(tmpdir(), 'xy-nginx-'));
    const port = await freePort();
    const ours = listenAt(port, readFileSync(shipped, 'utf8'))
      .replace(/(?: {2}listen .*;\n)+/, (lines) => (files ? `  include ${folder}/certificate.conf;\n` : lines))
      .replace(/^ {2}server 127\.0\.0\.1:8080(.*)$/m, (_, more: string) =>
        programPorts.map((one) => `  server 127.0.0.1:${one}${more}`).join('\n'),
      )
      .replace('/var/cache/nginx/xiangyin', join(folder, 'cache'));
    writeFileSync(join(folder, 'nginx.conf'), around(folder, ours));
    if (files)
      writeFileSync(
        join(folder, 'certificate.conf'),
        listenAt(port, readFileSync(shippedCertificate, 'utf8'))
          .replace('/etc/xiangyin/tls/fullchain.pem', files.certificate)
          .replace('/etc/xiangyin/tls/key.pem', files.key),
      );
    const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const server = new NginxServer(child, folder, `${files ? 'https' : 'http'}://127.0.0.1:${port}`);
    let said = '';
    child.stderr?.on('data', (data: Buffer) => void (said += data.toString()));
    for (let tries = 0; ; tries += 1) {
      if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
      // Over plain http a port with a certificate answers too: where to go.
      const answers = await overHttp(`http://127.0.0.1:${port}`, '/healthz').then(
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

/** Whether this machine can be reached by IPv6 at all. */
export const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

// As the comment above the line says: without IPv6 it goes.
const listenAt = (port: number, configuration: string): string =>
  configuration
    .replace(/^( *listen) (?:80|443)\b/m, `$1 127.0.0.1:${port}`)
    .replace(/^( *listen) \[::\]:(?:80|443)\b(.*)\n/m, (_, listen: string, more: string) =>
      hasIpv6 ? `${listen} [::1]:${port}${more}\n` : '',
    );

// What Debian's own nginx.conf says around it, without a second process and without a log.
const around = (folder: string, http: string): string => `
daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 768; }
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
