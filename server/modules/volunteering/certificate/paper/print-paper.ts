import { Worker } from 'node:worker_threads';
import type { Paper } from './messages.ts';

const patienceMilliseconds = 120_000;
let last: Promise<unknown> = Promise.resolve();

/** A certificate as PDF, drawn on a thread of its own, one after the other. Throws when the drawing fails or takes two minutes. */
export function printPaper(paper: Paper): Promise<Buffer> {
  const drawn = last.then(() => draw(paper));
  last = drawn.catch(() => undefined);
  return drawn;
}

function draw(paper: Paper): Promise<Buffer> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), { workerData: paper });
    const timer = setTimeout(() => {
      void worker.terminate();
      fail(new Error('drawing a certificate took too long'));
    }, patienceMilliseconds);
    const end = (tell: () => void): void => {
      clearTimeout(timer);
      tell();
      void worker.terminate();
    };
    worker.once('message', (bytes: Uint8Array) => end(() => done(Buffer.from(bytes))));
    worker.once('error', (error) => end(() => fail(error)));
  });
}
