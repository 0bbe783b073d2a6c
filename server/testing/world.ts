import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { openApp } from '#platform/app';
import type { App, AppSettings } from '#platform/app';
import { SetClock } from '#platform/clock';
import { buildServer } from '#platform/http/server';
import type { ServerOptions } from '#platform/http/server';
import { runTurn } from '#platform/recurring';
import { kernelWork } from '#platform/kernel-work';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { personIdOf } from '#access/testing';
import type { CastName } from '#access/testing';
import { treeOf } from '#places';
import { testPlaceCode } from '#places/testing';
import type { TestPlace } from '#places/testing';
import { modules } from '../modules.ts';
import { CastClient } from './client.ts';
import type { AsOptions } from './client.ts';
import { testSettings } from './counties.ts';
import { testServer } from './server.ts';
import type { TestServer } from './server.ts';
import { fillDatabase, templateDatabase, testStart } from './template.ts';

const drainMilliseconds = 15_000;

/** One answer, its body parsed when it is JSON. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
  body: Record<string, unknown> & { [key: string]: unknown };
  /** The body in the shape that its route promises. Throws, with the answer's words, where it has another: a refusal's, say. */
  read<Shape extends z.ZodType>(shape: Shape): z.output<Shape>;
}

/** What a request may carry besides its body. */
export interface RequestOptions {
  host?: string;
  /** The address it comes from; this machine's own unless said. */
  from?: string;
  cookie?: string;
  token?: string;
  key?: string;
  headers?: Record<string, string>;
  payload?: string | Buffer;
}

/** A small running county on its own copy of the template database: `await using county = await testWorld()`. */
export class TestWorld implements AsyncDisposable {
  readonly app: App;
  readonly clock: SetClock;
  readonly database: string;
  readonly server: FastifyInstance;
  constructor(app: App, clock: SetClock, database: string, server: FastifyInstance) {
    this.app = app;
    this.clock = clock;
    this.database = database;
    this.server = server;
  }

  /** Asks over HTTP (in process). POSTs get a fresh idempotency key unless one is given. */
  async request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options: RequestOptions = {},
  ): Promise<Answer> {
    const answer = await this.server.inject({
      method,
      url: path,
      headers: {
        host: options.host ?? 'one.test',
        ...(method === 'GET'
          ? {}
          : { origin: `http://${options.host ?? 'one.test'}`, 'idempotency-key': options.key ?? randomUUID() }),
        ...(options.cookie ? { cookie: options.cookie } : {}),
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.from === undefined ? {} : { remoteAddress: options.from }),
      ...(options.payload !== undefined
        ? { payload: options.payload }
        : body === undefined
          ? {}
          : { payload: JSON.stringify(body) }),
    });
    const json = /\bjson\b/.test(String(answer.headers['content-type'] ?? ''));
    const parsed = json ? JSON.parse(answer.body) : {};
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
      text: answer.body,
      body: parsed,
      read: (shape) => readAs(shape, parsed, `${method} ${path}: ${answer.statusCode} ${answer.body}`),
    };
  }

  /** A client in which one of the cast is signed in, with a second factor unless told otherwise. Paths are those under /api/v1. */
  as(name: CastName, options: AsOptions = {}): CastClient {
    return new CastClient(this, name, options);
  }

  /** The person id of one of the cast. */
  personId(name: CastName, countyId = 1): Promise<string> {
    return this.inCounty((ctx) => ctx.transaction((tx) => personIdOf(tx, name)), countyId);
  }

  /** The id of a test place. */
  placeId(place: TestPlace, countyId = 1): string {
    const found = treeOf(this.app, countyId).byCode(testPlaceCode(place, countyId));
    if (!found) throw new Error(`county ${countyId} has no ${place}`);
    return found.id;
  }

  /** Runs `work` as the program itself would, in county 1 unless told otherwise. */
  inCounty<T>(work: (ctx: Ctx) => Promise<T>, countyId = 1): Promise<T> {
    const county = this.app.counties.byId(countyId);
    if (!county) throw new Error(`no county ${countyId}`);
    return inCounty(this.app, county, work);
  }

  /** One turn of a recurring job, by name, and the end of what it leaves under way: a turn ends after two seconds, however slow the machine. What a receiver never answers is not waited for; nor is anything unless `toTheEnd`. */
  async tick(name: string, { toTheEnd = true } = {}): Promise<void> {
    const one = [...kernelWork, ...this.app.modules.flatMap((module) => module.recurring ?? [])].find(
      (recurring) => recurring.name === name,
    );
    if (!one) throw new Error(`no recurring job ${name}`);
    // On a slow machine a turn ends before all that is due was begun: the next follows, as it would two seconds later.
    for (let turn = 0, isCut = true; isCut && turn < 5; turn += 1) {
      const began = performance.now();
      await runTurn(this.app, one);
      isCut = toTheEnd && one.drain !== undefined && performance.now() - began > 1_500;
      if (toTheEnd && one.drain)
        await Promise.race([one.drain(this.app), pause(drainMilliseconds, undefined, { ref: false })]);
    }
  }

  /** Delivers every waiting event to its "after" subscribers now, in order, as relay and worker would. */
  async deliver(): Promise<number> {
    let delivered = 0;
    for (const county of this.app.counties.all())
      delivered += await this.inCounty((ctx) => deliverCounty(ctx), county.id);
    return delivered;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
    await this.app.close();
    await rm(this.app.settings.varDirectory, { recursive: true, force: true });
    await dropDatabase(this.database);
  }
}

function readAs<Shape extends z.ZodType>(shape: Shape, body: unknown, answer: string): z.output<Shape> {
  const read = shape.safeParse(body);
  if (!read.success) throw new Error(answer, { cause: read.error });
  return read.data;
}

// The owner may not end other roles' connections, and a pool's last ones close a moment later than they say.
async function dropDatabase(name: string): Promise<void> {
  // A test that fails half way leaves its own connection open, and the file would hang on it.
  for (const [client, database] of owners) if (database === name) await client.end();
  await asOwner(async (owner) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await owner.query(`drop database if exists ${name}`);
      } catch (error) {
        if (tries === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  });
}

let steward: pg.Pool | undefined;

/** Makes or drops a database, one after the other, over a connection that the process keeps (opening one takes as long as copying a database) and that does not keep the process. */
async function asOwner<T>(work: (owner: pg.PoolClient) => Promise<T>): Promise<T> {
  const connectionString = (await testServer()).ownerUrl('postgres');
  steward ??= new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true });
  // A test may take its server down; the next who asks is connected anew.
  if (steward.listenerCount('error') === 0) steward.on('error', () => undefined);
  const owner = await steward.connect();
  try {
    return await work(owner);
  } finally {
    owner.release();
  }
}

const owners = new Map<pg.Client, string>();

/** Opens a connection as the owner of a database; it ends with the test's county, if not before. */
export async function ownerClient(database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: (await testServer()).ownerUrl(database) });
  await client.connect();
  owners.set(client, database);
  client.once('end', () => owners.delete(client));
  return client;
}

/** What differs from the settings of every test; made from the name of the test's database where they need it. */
export type OwnSettings = Partial<AppSettings> | ((database: string) => Partial<AppSettings>);

/** Opens a test county: a fresh copy of the template, the app on it, its web server ready for `request`. `settings` say what differs from those of every test. */
export async function testWorld(options: ServerOptions = {}, settings: OwnSettings = {}): Promise<TestWorld> {
  const server = await testServer();
  const database = `xy_test_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await (server.distribute ? makeAnew(server, database) : copyTemplate(database));
  const clock = new SetClock(testStart);
  const app = await openApp(
    { ...testSettings(server.appUrl(database)), ...(typeof settings === 'function' ? settings(database) : settings) },
    modules,
    clock,
  );
  const web = await buildServer(app, { checkAnswers: true, ...options });
  await web.ready();
  return new TestWorld(app, clock, database, web);
}

async function copyTemplate(database: string): Promise<void> {
  const template = await templateDatabase();
  await asOwner(async (owner) => {
    // Only one copy at a time can read the template.
    await owner.query('select pg_advisory_lock(771101)');
    // Nothing waits for the disk here, so copying files is quicker than logging their pages.
    try {
      await owner.query(`create database ${database} template ${template} strategy = file_copy`);
    } finally {
      await owner.query('select pg_advisory_unlock(771101)');
    }
  });
}

async function makeAnew(server: TestServer, database: string): Promise<void> {
  await asOwner((owner) => owner.query(`create database ${database}`));
  await fillDatabase(server, database);
}

async function deliverCounty(ctx: Ctx): Promise<number> {
  const rows = await ctx.transaction((tx) =>
    tx.named<{ event_id: string; subscriber: string }>(
      'testing.outbox',
      'select event_id, subscriber from platform.outbox where county_id = $1 order by event_id, subscriber',
      [tx.countyId],
    ),
  );
  for (const row of rows) {
    const subscription = ctx.app.bus.allAfter().find((one) => one.name === row.subscriber);
    const [event] = await ctx.transaction((tx) =>
      tx.named<never>(
        'testing.event',
        'select id, name, subject_id as "subjectId", payload, actor, at from platform.events where county_id = $1 and id = $2',
        [tx.countyId, row.event_id],
      ),
    );
    if (subscription && event) await subscription.react(ctx, event);
    await ctx.transaction((tx) =>
      tx.named(
        'testing.delivered',
        'delete from platform.outbox where county_id = $1 and event_id = $2 and subscriber = $3',
        [tx.countyId, row.event_id, row.subscriber],
      ),
    );
  }
  return rows.length;
}
