import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { ExplainedError } from './explained-error.ts';
import { commandOf } from './process-identity.ts';

/** Who listens on a port, as far as the system tells. */
export interface PortHolder {
  pid: number | null;
  command: string | null;
  /** Name of the user, or the number when it has none. */
  user: string;
}

/** The port is taken; `message` names who holds it and what to do, in Chinese and English. */
export class PortTakenError extends ExplainedError {
  override readonly name = 'PortTakenError';
}

/** Throws PortTakenError, or the explanation for a port or address this user may not use, when nobody could listen there now. Port 0 is always free. */
export async function requireFreePort({ host, port }: { host: string; port: number }): Promise<void> {
  const code = await tryToListen(host, port);
  if (code === null) return;
  if (code === 'EADDRINUSE') throw new PortTakenError(portTaken(port, findPortHolder(port)));
  if (code === 'EACCES') {
    throw new PortTakenError(
      `没有使用 ${port} 端口的权限，请设置大于 1023 的 PORT。\nThis user may not use port ${port}: set a PORT above 1023.`,
    );
  }
  throw new PortTakenError(
    `不能在 ${host}:${port} 上提供服务（${code}），请检查 HOST。\nCannot listen on ${host}:${port} (${code}): check HOST.`,
  );
}

/** The words for a taken port. */
export function portTaken(port: number, holder: PortHolder | null): string {
  const next = port < 65_535 ? port + 1 : 8080;
  const [zh, en] = holderWords(holder);
  return [
    `端口 ${port} 已被占用：${zh}。请先停止它，或换一个端口：PORT=${next} npm start`,
    `Port ${port} is taken by ${en}. End that first, or take another port: PORT=${next} npm start`,
  ].join('\n');
}

/** Finds out who listens on a TCP port of this machine (Linux); null where the system does not tell. */
export function findPortHolder(port: number): PortHolder | null {
  const socket = listeningSocket(port);
  if (socket === null) return null;
  const pid = processWithSocket(socket.inode);
  return {
    pid,
    command: pid === null ? null : (commandOf(pid)?.join(' ').slice(0, 200) ?? null),
    user: userName(socket.uid),
  };
}

function holderWords(holder: PortHolder | null): [string, string] {
  if (holder === null) return ['另一个程序', 'another program'];
  if (holder.pid === null) return [`用户 ${holder.user} 的程序`, `a program of the user ${holder.user}`];
  return [
    `进程 ${holder.pid}（${holder.user}）${holder.command ?? ''}`,
    `process ${holder.pid} (${holder.user}): ${holder.command ?? ''}`.replace(/: $/, ''),
  ];
}

function tryToListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

// Columns of /proc/net/tcp: 1 local address:port in hexadecimal, 3 state (0A listens), 7 user, 9 inode of the socket.
function listeningSocket(port: number): { inode: string; uid: number } | null {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readText(table).split('\n').slice(1)) {
      const columns = line.trim().split(/\s+/);
      const [local, state, uid, inode] = [columns[1], columns[3], columns[7], columns[9]];
      if (local?.endsWith(`:${wanted}`) && state === '0A' && inode) return { inode, uid: Number(uid) };
    }
  }
  return null;
}

function processWithSocket(inode: string): number | null {
  for (const entry of namesIn('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    if (namesIn(`/proc/${entry}/fd`).some((file) => linkOf(`/proc/${entry}/fd/${file}`) === `socket:[${inode}]`))
      return Number(entry);
  }
  return null;
}

function userName(uid: number): string {
  const line = readText('/etc/passwd')
    .split('\n')
    .find((account) => account.split(':')[2] === String(uid));
  return line?.split(':')[0] ?? String(uid);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Other users' processes do not show their files. */
function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
