import { z } from 'zod';
import { actorRow } from './actor.ts';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import type { County } from './county.ts';
import { newId } from './ids.ts';
import { together } from './together.ts';
import type { Ctx, Tx } from './transaction.ts';

/** A kind of event: a past-tense name with version, the payload's shape, and which payload key names the subject (events of one subject keep their order). */
export interface EventKind<Payload extends Record<string, unknown>> {
  readonly name: string;
  readonly version: number;
  readonly subject: keyof Payload & string;
  readonly schema: z.ZodType<Payload>;
}

/** An event as subscribers see it. `actor` holds kind and id only. */
export interface Event<Payload = Record<string, unknown>> {
  readonly id: string;
  readonly name: string;
  readonly subjectId: string;
  readonly payload: Payload;
  readonly actor: { kind: string; id: string };
  /** County time. */
  readonly at: Date;
}
export type EmittedEvent = Event;

/** Declares an event. Payloads hold ids and facts, never names, phones or addresses: they are kept. */
export function defineEvent<Shape extends z.ZodRawShape>(
  name: string,
  version: number,
  subject: keyof z.infer<z.ZodObject<Shape>> & string,
  shape: Shape,
) {
  const schema = z.strictObject(shape);
  return { name, version, subject, schema } satisfies EventKind<z.infer<z.ZodObject<Shape>>>;
}

/** Reacts inside the emitting transaction, at once with the others; reads and writes only what none of them writes, no outside I/O; may refuse and so undo all. */
export interface WithinSubscription {
  readonly kind: 'within';
  readonly event: string;
  react(tx: Tx, event: Event, actor: Actor): Promise<void>;
}
/** Reacts in memory after commit and before the answer, in every process (by NOTIFY elsewhere). If lost, revalidation repairs it. */
export interface CommittedSubscription {
  readonly kind: 'committed';
  readonly event: string;
  /** What it promises is waited for by whoever committed. */
  react(app: App, county: County, event: Event): void | Promise<void>;
}
/** Reacts from the outbox: at least once, in order per subject, made idempotent by event id. `name` is for ever. */
export interface AfterSubscription {
  readonly kind: 'after';
  readonly event: string;
  readonly name: string;
  react(ctx: Ctx, event: Event): Promise<void>;
}
export type Subscription = WithinSubscription | CommittedSubscription | AfterSubscription;

/** Declares a reaction of the kind "within". */
export const within = <P extends Record<string, unknown>>(
  event: EventKind<P>,
  react: (tx: Tx, event: Event<P>, actor: Actor) => Promise<void>,
): Subscription => ({
  kind: 'within',
  event: event.name,
  react: (tx, seen, actor) => react(tx, { ...seen, payload: event.schema.parse(seen.payload) }, actor),
});

/** Declares a reaction of the kind "committed". */
export const committed = <P extends Record<string, unknown>>(
  event: EventKind<P>,
  react: (app: App, county: County, event: Event<P>) => void | Promise<void>,
): Subscription => ({
  kind: 'committed',
  event: event.name,
  react: (app, county, seen) => react(app, county, { ...seen, payload: event.schema.parse(seen.payload) }),
});

/** Declares a reaction of the kind "committed" to every event, whatever its kind; the payload comes as stored. */
export const committedAll = (react: (app: App, county: County, event: Event) => void): Subscription => ({
  kind: 'committed',
  event: '*',
  react,
});

/** Declares a reaction of the kind "after", such as `notices.order-dispatched`. */
export const after = <P extends Record<string, unknown>>(
  event: EventKind<P>,
  name: string,
  react: (ctx: Ctx, event: Event<P>) => Promise<void>,
): Subscription => ({
  kind: 'after',
  event: event.name,
  name,
  react: (ctx, seen) => react(ctx, { ...seen, payload: event.schema.parse(seen.payload) }),
});

/** All subscriptions of the program, in module order. */
export class Bus {
  readonly #byEvent = new Map<string, Subscription[]>();
  constructor(subscriptions: readonly Subscription[] = []) {
    for (const one of subscriptions) this.#byEvent.set(one.event, [...(this.#byEvent.get(one.event) ?? []), one]);
  }
  of<K extends Subscription['kind']>(event: string, kind: K): Extract<Subscription, { kind: K }>[] {
    return [...(this.#byEvent.get(event) ?? []), ...(this.#byEvent.get('*') ?? [])].filter(
      (one): one is Extract<Subscription, { kind: K }> => one.kind === kind,
    );
  }
  /** Every "after" subscription, for the worker. */
  allAfter(): AfterSubscription[] {
    return [...this.#byEvent.values()].flat().filter((one) => one.kind === 'after');
  }
}

/** Says that something has happened: stores the event, runs the reactions "within" now, plans the others. */
export async function emit<P extends Record<string, unknown>>(
  tx: Tx,
  kind: EventKind<P>,
  actor: Actor,
  payload: P,
): Promise<void> {
  const event: Event<P> = {
    id: newId<'event'>(),
    name: kind.name,
    subjectId: String(payload[kind.subject]),
    payload: kind.schema.parse(payload),
    actor: actorRow(actor),
    at: tx.at,
  };
  const { bus } = tx.ctx.app;
  const later = bus.of(kind.name, 'after').map((one) => one.name);
  tx.emitted.push(event);
  await together(storeEvent(tx, event, kind.version, later), reactWithin(tx, event, actor));
  planCommitted(tx, event);
  tx.afterCommit(() => tx.ctx.app.relaySoon());
}

// Each module keeps its own rows: none waits for another, and what they ask travels together.
async function reactWithin(tx: Tx, event: Event, actor: Actor): Promise<void> {
  await together(...tx.ctx.app.bus.of(event.name, 'within').map((one) => one.react(tx, event, actor)));
}

async function storeEvent(tx: Tx, event: Event, version: number, subscribers: string[]): Promise<void> {
  const stored = tx.named(
    'platform.store-event',
    'insert into platform.events (county_id, id, name, version, subject_id, payload, actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      tx.countyId,
      event.id,
      event.name,
      version,
      event.subjectId,
      JSON.stringify(event.payload),
      JSON.stringify(event.actor),
      event.at,
    ],
  );
  await together(stored, planAfter(tx, event, subscribers));
}

async function planAfter(tx: Tx, event: Event, subscribers: string[]): Promise<void> {
  if (subscribers.length === 0) return;
  // Plain VALUES: INSERT … SELECT on an owned table can become COPY under Citus, which row-level security refuses.
  await tx.named(
    `platform.outbox-${subscribers.length}`,
    `insert into platform.outbox (county_id, event_id, subject_id, subscriber) values ${subscribers.map((_, i) => `($1, $2, $3, $${i + 4})`).join(', ')}`,
    [tx.countyId, event.id, event.subjectId, ...subscribers],
  );
}

/** What other processes are told of a commit; without the event, that they missed one. */
export interface CommitNotice {
  readonly from: string;
  readonly county: number;
  readonly event?: Event;
}

/** PostgreSQL takes at most 8,000 bytes, and refuses the whole transaction over more. */
const noticeBytes = 7_900;

function noticeOf(app: App, county: number, event: Event): string {
  const whole: CommitNotice = { from: app.processId, county, event };
  const text = JSON.stringify(whole);
  return Buffer.byteLength(text) <= noticeBytes ? text : JSON.stringify({ from: app.processId, county });
}

function planCommitted(tx: Tx, event: Event): void {
  const { app, county } = tx.ctx;
  const reactions = app.bus.of(event.name, 'committed');
  if (reactions.length === 0) return;
  // Other processes hear of it through NOTIFY, which PostgreSQL delivers at commit.
  if (app.severalProcesses)
    tx.lastly('platform.notify', 'select pg_notify($1, $2)', ['xiangyin_committed', noticeOf(app, county.id, event)]);
  for (const one of reactions) tx.afterCommit(() => one.react(app, county, event));
}

/** Tells the other processes of this installation, at commit, what they have to do in memory: their "committed" reactions run. Nothing is stored and nobody here reacts: for what
 *  is already kept elsewhere and happens too often to be an event. */
export async function tellOthers<P extends Record<string, unknown>>(
  tx: Tx,
  kind: EventKind<P>,
  payload: P,
): Promise<void> {
  const { app, county } = tx.ctx;
  if (!app.severalProcesses) return;
  const event: Event<P> = {
    id: newId<'event'>(),
    name: kind.name,
    subjectId: String(payload[kind.subject]),
    payload: kind.schema.parse(payload),
    actor: { kind: 'system', id: 'tell-others' },
    at: tx.at,
  };
  await tx.client.query('select pg_notify($1, $2)', ['xiangyin_committed', noticeOf(app, county.id, event)]);
}
