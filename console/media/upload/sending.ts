import type { Upload } from 'tus-js-client';
import type { MachineMark, UploadView } from '@xiangyin/server/contract';
import { act, read } from '../../kit/api.ts';
import { tagNow } from '../../kit/language.ts';
import { askedIn } from '../../kit/remembered-language.ts';
import { queries } from '../../kit/queries.ts';

/** A file on its way to the library. Lives outside the pages, so that they can be left while it is sent. */
export interface Sending {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  readonly state: 'waiting' | 'sending' | 'paused' | 'settling' | 'kept' | 'failed';
  /** What it became. */
  readonly upload: UploadView | null;
  /** Why not, in the server's words; empty: it could not be sent. */
  readonly problem: string;
  /** Whether the same file may get through at another try. */
  readonly mayTryAgain: boolean;
}

interface Job {
  shown: Sending;
  readonly file: File;
  /** Its sender says that a machine made or changed it. */
  readonly machine: MachineMark | null;
  /** Where an earlier try stands. */
  earlier: string | null;
  tus: Upload | null;
}

// Within a request's minute also on a slow line; what came before one breaks is kept.
const chunkSize = 8 * 1024 * 1024;
const atOnce = 2;
const jobs = new Map<string, Job>();
const listeners = new Set<() => void>();
let snapshot: readonly Sending[] = [];

/** For `useSyncExternalStore`. */
export const sendings = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): readonly Sending[] => snapshot,
};

function change(job: Job, next: Partial<Sending>): void {
  job.shown = { ...job.shown, ...next };
  tell();
}

function tell(): void {
  snapshot = [...jobs.values()].map((job) => job.shown);
  for (const listener of listeners) listener();
}

/** By which a file is known again, on this device or another: no path, no content. */
export const fingerprintOf = (file: File): string => `${file.name.slice(0, 200)}|${file.size}|${file.lastModified}`;

/** Sends these files, two at a time; one of `earlier` goes on where it stopped. `machine`: what a machine did to all of them. */
export function sendFiles(
  files: Iterable<File>,
  earlier: readonly UploadView[],
  machine: MachineMark | null = null,
): void {
  for (const file of files) {
    const key = fingerprintOf(file);
    const known = jobs.get(key);
    if (known && known.shown.state !== 'failed' && known.shown.state !== 'kept') continue;
    const begun = earlier.find((one) => one.state === 'sending' && one.fingerprint === key);
    jobs.set(key, {
      file,
      machine,
      tus: null,
      earlier: begun ? `/api/v1/uploads/${begun.id}` : null,
      shown: {
        key,
        name: file.name,
        bytes: file.size,
        sent: begun?.arrived ?? 0,
        state: 'waiting',
        upload: null,
        problem: '',
        mayTryAgain: true,
      },
    });
  }
  tell();
  goOn();
}

function goOn(): void {
  const all = [...jobs.values()];
  const free = atOnce - all.filter((job) => job.shown.state === 'sending').length;
  for (const job of all.filter((one) => one.shown.state === 'waiting').slice(0, Math.max(0, free))) void begin(job);
}

async function begin(job: Job): Promise<void> {
  change(job, { state: 'sending', problem: '', mayTryAgain: true });
  const tus = job.tus ?? (await makeTus(job));
  job.tus = tus;
  if (job.shown.state === 'sending') tus.start();
}

async function makeTus(job: Job): Promise<Upload> {
  const { Upload: Client } = await import('tus-js-client');
  const { file, machine } = job;
  return new Client(file, {
    endpoint: '/api/v1/uploads',
    ...(job.earlier ? { uploadUrl: job.earlier } : {}),
    chunkSize,
    retryDelays: [0, 1_000, 3_000, 6_000, 12_000, 30_000, 60_000],
    // The server knows what was begun, for every device of its sender.
    storeFingerprintForResuming: false,
    headers: { 'accept-language': askedIn(tagNow()) },
    metadata: {
      filename: file.name.slice(-200),
      filetype: file.type,
      fingerprint: fingerprintOf(file),
      ...(machine ? { machine } : {}),
    },
    onProgress: (sent) => change(job, { sent }),
    onSuccess: () => void settled(job),
    onError: (error) => fail(job, error),
  });
}

interface Answered {
  getBody(): string;
  getStatus(): number;
}
const answeredIn = (error: unknown): Answered | null =>
  (error as { originalResponse?: Answered | null }).originalResponse ?? null;

/** The server's words for a refusal. */
function wordsOf(error: unknown): string {
  try {
    const body: unknown = JSON.parse(answeredIn(error)?.getBody() ?? '');
    const title = body !== null && typeof body === 'object' && 'title' in body ? body.title : '';
    return typeof title === 'string' ? title : '';
  } catch {
    return '';
  }
}

function fail(job: Job, error: unknown): void {
  const status = answeredIn(error)?.getStatus() ?? 0;
  // What was begun may be gone, or somebody else's.
  job.earlier = status === 404 ? null : (job.tus?.url ?? job.earlier);
  job.tus = null;
  change(job, { state: 'failed', problem: wordsOf(error), mayTryAgain: ![413, 415, 422].includes(status) });
  goOn();
}

// All of it is there; the server says what it became.
async function settled(job: Job): Promise<void> {
  change(job, { state: 'settling', sent: job.shown.bytes });
  goOn();
  const id = job.tus?.url?.split('/').at(-1) ?? '';
  for (let wait = 300; ; wait = Math.min(5_000, wait * 1.5)) {
    const upload = await read<UploadView>(`/uploads/${id}`).catch(() => null);
    if (upload?.state === 'kept' || upload?.state === 'refused') {
      job.tus = null;
      job.earlier = null;
      change(job, {
        upload,
        state: upload.state === 'kept' ? 'kept' : 'failed',
        problem: upload.refusal?.title ?? '',
        mayTryAgain: false,
      });
      await queries.invalidateQueries();
      return;
    }
    await new Promise((done) => setTimeout(done, wait));
  }
}

/** Stops sending for now; what has arrived stays. */
export async function pauseSending(key: string): Promise<void> {
  const job = jobs.get(key);
  if (!job) return;
  change(job, { state: 'paused' });
  await job.tus?.abort();
  goOn();
}

/** Goes on, or tries again. */
export function resumeSending(key: string): void {
  const job = jobs.get(key);
  if (!job) return;
  change(job, { state: 'waiting', problem: '' });
  goOn();
}

/** Gives a file up: what has arrived of it goes. */
export async function dropSending(key: string): Promise<void> {
  const job = jobs.get(key);
  if (!job) return;
  await job.tus?.abort();
  const id = (job.tus?.url ?? job.earlier)?.split('/').at(-1);
  jobs.delete(key);
  tell();
  goOn();
  if (id && job.shown.state !== 'kept') await dropUpload(id);
}

/** Gives up what an earlier visit left. */
export async function dropUpload(id: string): Promise<void> {
  await act('DELETE', `/uploads/${id}`).catch(() => undefined);
  await queries.invalidateQueries({ queryKey: ['uploads'] });
}
