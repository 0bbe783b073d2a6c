import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PastedBlock } from '@xiangyin/document/from-html';

const script = fileURLToPath(new URL('./docx-process.ts', import.meta.url));
const atMostMilliseconds = 10_000;
const heapMegabytes = 256;
const mostOutput = 60_000_000;

/** What a Word file says, read in a process of its own within 10 s and 256 MB, without the program's settings; null for one that cannot be read so. Never inside a transaction. */
export function readDocxApart(file: Buffer): Promise<readonly PastedBlock[] | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: atMostMilliseconds,
      killSignal: 'SIGKILL',
      env: {},
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutput) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.once('error', () => resolve(null));
    // It may end before it has read all.
    child.stdin.once('error', () => undefined);
    child.once('close', (code) =>
      resolve(code === 0 ? (JSON.parse(String(Buffer.concat(chunks))) as PastedBlock[]) : null),
    );
    child.stdin.end(file);
  });
}
