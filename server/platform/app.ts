import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import { Counties } from './county.ts';
import { openPool } from './database.ts';
import { Bus } from './events.ts';
import { Files } from './files.ts';
import { furtherLanguages } from './further-languages.ts';
import { Wording } from './i18n.ts';
import type { Reader } from './http/elsewhere.ts';
import { Keys } from './keys.ts';
import { makeLog } from './log.ts';
import type { Log } from './log.ts';
import type { Measures } from './measures.ts';
import { RequestCounts } from './request-counts.ts';
import type { Tracer, TraceSetting } from './traces/tracer.ts';
import type { Manifest } from './manifest.ts';
import { Permits } from './permits.ts';
import { registerRefusals } from './refuse.ts';
import { RightOfWay } from './right-of-way.ts';
import { Replica } from './replica.ts';
import { Room } from './room.ts';
import type { OidcSetting } from './settings/oidc.ts';
import type { RoomSetting } from './room.ts';
import { kernelTexts } from './texts.ts';
import { together } from './together.ts';
import type { Ctx } from './transaction.ts';

/** What the program needs to know to start; `start.ts` makes it from the environment, tests make it by hand. */
export interface AppSettings {
  /** Address of the database for the app role. */
  readonly databaseUrl: string;
  /** Address of a server that follows it, for the same role; public pages are read there. */
  readonly replicaUrl?: string;
  /** Folder for files, keys and the compile cache. */
  readonly varDirectory: string;
  /** The file with settings, there or not; without one none is read. */
  readonly configFile?: string;
  /** Public address without trailing slash, such as http://localhost:8080. */
  readonly publicAddress: string;
  /** Where a process of these settings listens; left out, nobody asks there. */
  readonly listens?: { readonly host: string; readonly port: number };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** SMTP address; without one, mail goes to the file spool under var/spool. */
  readonly smtpUrl?: string;
  /** Sender of all mail; without one, notices@ the county's own host. */
  readonly smtpFrom?: string;
  /** Gateway for short messages, with name and password; without one they go to the file spool under var/spool. */
  readonly smsUrl?: string;
  /** Sender of short messages; without one, the gateway's own. */
  readonly smsFrom?: string;
  /** Whether the gateway brings back what residents answer. */
  readonly smsAnswers?: boolean;
  /** A bucket that speaks S3, for files; without one they lie in the data folder. */
  readonly s3Url?: string;
  /** The program ffmpeg, beside which ffprobe lies; without it both are looked for on the path. */
  readonly ffmpegPath?: string;
  /** A PEM file: the key and the certificates of an authority, the signer's first, under which published pictures are signed; without one each county makes a certificate of its own. */
  readonly c2paCredential?: string;
  /** Inner hosts that the program may call although they lie in its own network: `name` or `name:port`; without one, none. */
  readonly innerHosts?: readonly string[];
  /** Where the interface of WeChat official accounts is reached, without trailing slash; without one, at the platform itself. */
  readonly wechatAddress?: string;
  /** A provider by which people sign in (OpenID Connect); without one, nobody does. */
  readonly oidc?: OidcSetting;
  /** Where backups go and whether they are made by themselves; left out, only when they are asked for, into `backups` of the data folder. */
  readonly backups?: BackupSettings;
  /** Which disks are watched for room; left out, none. */
  readonly room?: RoomSetting;
  /** Addresses of proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Whether other processes of this installation answer requests too, so that caches must be purged by NOTIFY. */
  readonly severalProcesses: boolean;
  /** Most connections for requests; the work behind them has as many of its own. */
  readonly poolSize?: number;
  /** So long a request waits for one answer of the database, in milliseconds, before its connection is given up; the work behind requests waits four times as long. Left out, 30 seconds. */
  readonly answerWithinMilliseconds?: number;
  /** Requests a minute that an address without a key has at the public API; left out, 600. */
  readonly readsPerMinute?: number;
  /** Shown by whoever may read `/metrics`; without one nothing is measured and there is no such page. */
  readonly metricsToken?: string;
  /** Where it is told what the time is spent on; left out, nowhere. */
  readonly traces?: TraceSetting;
  /** Whether texts are written together in this process (the role `collab`); left out, they are. */
  readonly collaborates?: boolean;
}

/** Where archives are copied to: a bucket that speaks S3, or a folder of another machine by SFTP, with a file that holds a private key unless a password stands in the address. */
export type BackupPlaceSetting =
  | { readonly kind: 's3'; readonly url: string }
  | { readonly kind: 'sftp'; readonly url: string; readonly keyFile?: string };

/** How backups are made. */
export interface BackupSettings {
  readonly folder: string;
  /** A file with the words under which the keys are encrypted; null: what is made by itself holds no keys. */
  readonly passphraseFile: string | null;
  /** A second place, away from this machine, to which every archive is copied; left out, none. */
  readonly place?: BackupPlaceSetting;
  /** Every night, and proven every week, where a real county is. */
  readonly nightly: boolean;
}

/** The running program: one per process. Holds no domain state. */
export interface App {
  readonly settings: AppSettings;
  readonly modules: readonly Manifest[];
  readonly log: Log;
  readonly clock: Clock;
  /** Connections for requests: the last one used is taken first, so that it knows the statements of the next request. */
  readonly pool: pg.Pool;
  /** Connections for the work behind them (jobs, relay, sweeps), which comes in bursts and takes none from a request. */
  readonly backgroundPool: pg.Pool;
  /** Where public pages are read while it has all that they must show; null without the setting. */
  readonly replica: Replica | null;
  readonly counties: Counties;
  readonly bus: Bus;
  readonly permits: Permits;
  readonly wording: Wording;
  readonly keys: Keys;
  readonly files: Files;
  /** Whether there is room to write. */
  readonly room: Room;
  /** What this process answered since it was written down last. */
  readonly counts: RequestCounts;
  /** What this process counts of its work; null without a token for it. */
  readonly measures: Measures | null;
  /** Requests before what nobody waits for. */
  readonly rightOfWay: RightOfWay;
  /** Tells what the time is spent on; null without the setting. */
  readonly tracer: Tracer | null;
  readonly severalProcesses: boolean;
  readonly processId: string;
  /** Finds who asks; provided by the module access. */
  authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor>;
  /** Whose key a program elsewhere shows; provided by the module access. */
  readerByKey(ctx: Ctx, request: Pick<FastifyRequest, 'headers' | 'ip'>): Promise<Reader | null>;
  /** Tells the relay of this process that the outbox has something; harmless where none runs. */
  relaySoon(): void;
  onRelayWanted(listener: () => void): void;
  nextRequestNumber(): number;
  close(): Promise<void>;
}

/** Puts the program together from its modules, in their order. Connects lazily; `counties.reload()` and the modules' `start` run here. */
export async function openApp(settings: AppSettings, modules: readonly Manifest[], clock: Clock): Promise<App> {
  const log = makeLog(settings.logLevel);
  const max = settings.poolSize ?? 16;
  // A machine that vanished says nothing: without an end to waiting its connections would be held for a quarter of an hour.
  const answerWithinMilliseconds = settings.answerWithinMilliseconds ?? 30_000;
  const pool = openPool(settings.databaseUrl, { max, answerWithinMilliseconds });
  const permits = new Permits();
  const wording = new Wording(await furtherLanguages());
  wording.add(kernelTexts);
  for (const module of modules) {
    for (const permissions of module.permissions ?? []) permits.add(permissions);
    if (module.texts) wording.add(module.texts);
    registerRefusals(module.refusals ?? {});
  }
  const processId = randomUUID();
  const listeners: (() => void)[] = [];
  let requests = 0;
  const readerByKey = modules.find((module) => module.readerByKey)?.readerByKey;
  const authenticate = modules.find((module) => module.authenticate)?.authenticate;
  const app: App = {
    settings,
    modules,
    log,
    clock,
    pool,
    backgroundPool: openPool(settings.databaseUrl, {
      max,
      name: 'xiangyin-background',
      answerWithinMilliseconds: answerWithinMilliseconds * 4,
    }),
    replica: settings.replicaUrl ? new Replica(settings.replicaUrl, pool, log, { poolSize: settings.poolSize }) : null,
    permits,
    wording,
    counties: new Counties(pool, () => clock.now()),
    bus: new Bus(modules.flatMap((module) => module.subscriptions ?? [])),
    keys: new Keys(settings.varDirectory),
    files: new Files(settings, log),
    room: new Room(settings.room ?? { folders: [], leastBytes: 0 }, log),
    counts: new RequestCounts(),
    measures: settings.metricsToken ? new (await import('./measures.ts')).Measures() : null,
    rightOfWay: new RightOfWay(),
    tracer: settings.traces ? await openTracer(settings.traces, processId, log) : null,
    severalProcesses: settings.severalProcesses,
    processId,
    authenticate(ctx, request) {
      if (!authenticate) throw new Error('no module authenticates');
      return authenticate(ctx, request);
    },
    readerByKey: async (ctx, request) => (await readerByKey?.(ctx, request)) ?? null,
    relaySoon: () => listeners.forEach((listener) => listener()),
    onRelayWanted: (listener) => void listeners.push(listener),
    nextRequestNumber: () => (requests += 1),
    async close() {
      for (const module of modules.toReversed()) await module.stop?.(app);
      app.room.close();
      await app.tracer?.close();
      await app.replica?.close();
      await together(pool.end(), app.backgroundPool.end());
    },
  };
  await app.counties.reload();
  await app.room.look();
  for (const module of modules) await module.start?.(app);
  return app;
}

async function openTracer(setting: TraceSetting, processId: string, log: Log): Promise<Tracer> {
  const text = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  const { Tracer } = await import('./traces/tracer.ts');
  return new Tracer(setting, { version, processId }, log);
}
