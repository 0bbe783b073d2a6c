import { randomUUID } from 'node:crypto';
import { openTestSession } from '#access/testing';
import type { CastName } from '#access/testing';
import { textOf } from '#newsroom/testing';
import type { Answer, TestWorld } from '../world.ts';

/** An act that a crash interrupts: one request, and what must stand afterwards, once. */
export interface Act {
  readonly path: string;
  readonly body: unknown;
  readonly cookie: string;
  readonly key: string;
  /** SQL that counts the act's effect; must be 1 at the end, and at most 1 at any time. */
  readonly effects: readonly { readonly what: string; readonly sql: string; readonly values: readonly unknown[] }[];
}

/** How to come to each act. */
export type ActName = 'publish' | 'order' | 'dispatch' | 'accept';

/** A named place and the act that leads there. */
export interface Scenario {
  readonly failpoint: string;
  readonly act: ActName;
}

/** The twenty-eight places: before and after each commit (with which the stored answer travels), between effect and receipt, relay, reactions, seals, mail, copies and letters on their way, feeds and acts of the fediverse in their fan-out. */
export const scenarios: readonly Scenario[] = [
  { failpoint: 'before-commit-story.published', act: 'publish' },
  { failpoint: 'after-commit-story.published', act: 'publish' },
  { failpoint: 'before-answer-story.published', act: 'publish' },
  { failpoint: 'copy-before-published', act: 'publish' },
  { failpoint: 'copy-claimed', act: 'publish' },
  { failpoint: 'copy-sent-before-receipt', act: 'publish' },
  { failpoint: 'copy-after-receipt', act: 'publish' },
  { failpoint: 'activitypub-posted-before-settled', act: 'publish' },
  { failpoint: 'hub-sent-before-settled', act: 'publish' },
  { failpoint: 'letters-claimed', act: 'publish' },
  { failpoint: 'letters-posted', act: 'publish' },
  { failpoint: 'before-idempotency-store', act: 'publish' },
  { failpoint: 'relay-before-delete', act: 'publish' },
  { failpoint: 'relay-after-commit', act: 'order' },
  { failpoint: 'before-reaction-newsroom.tell-published', act: 'publish' },
  { failpoint: 'after-reaction-newsroom.tell-published', act: 'publish' },
  { failpoint: 'before-reaction-portal.search-story.published', act: 'publish' },
  { failpoint: 'after-reaction-portal.search-story.published', act: 'publish' },
  { failpoint: 'seal-before-unsealed', act: 'order' },
  { failpoint: 'notice-claimed', act: 'dispatch' },
  { failpoint: 'notice-sent-before-receipt', act: 'dispatch' },
  { failpoint: 'notice-after-receipt', act: 'dispatch' },
  { failpoint: 'before-commit-order.submitted', act: 'order' },
  { failpoint: 'after-commit-order.submitted', act: 'order' },
  { failpoint: 'before-commit-order.dispatched', act: 'dispatch' },
  { failpoint: 'after-commit-order.dispatched', act: 'dispatch' },
  { failpoint: 'before-commit-order.taken', act: 'accept' },
  { failpoint: 'after-commit-order.taken', act: 'accept' },
];

const atTheReceiver = 'copy at the receiver with its receipt';
const atTheFollower = 'text at the server of a follower';
const inTheMailbox = 'letter of the newsletter';
const inTheIndex = 'line in the search index';
/** Effects that follow an act a moment later: an acknowledged act need not have them yet. */
export const later: readonly string[] = [inTheIndex, atTheReceiver, atTheFollower, inTheMailbox];

/** Ids of the county that acts need. */
export interface Ground {
  readonly section: string;
  readonly service: string;
  readonly place: string;
  readonly volunteer: string;
}

/** Prepares one act in the parent process, up to the request that will be interrupted. */
export async function prepare(county: TestWorld, ground: Ground, act: ActName): Promise<Act> {
  if (act === 'publish') return preparePublication(county, ground);
  if (act === 'order') return prepareOrder(county, ground);
  const order = await placeOrder(county, ground);
  await asked(county, 'coordinator', `/orders/${order}/triages`, { verdict: 'accept' });
  return act === 'dispatch' ? prepareDispatch(county, ground, order) : prepareAcceptance(county, ground, order);
}

const cookieOf = (county: TestWorld, name: CastName): Promise<string> =>
  county.inCounty((ctx) => openTestSession(ctx, name));

async function asked(county: TestWorld, name: CastName, path: string, body: unknown): Promise<Answer> {
  const answer = await county.as(name).post(path, body);
  if (answer.status >= 300) throw new Error(`${name} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}

async function preparePublication(county: TestWorld, ground: Ground): Promise<Act> {
  const text = textOf(`柳河桥${randomUUID().slice(0, 8)}`, ['修了三个月的柳河桥，今天上午八点重新通车。']);
  const written = await asked(county, 'correspondent', '/stories', {
    kind: 'story',
    language: 'zh-CN',
    sectionId: ground.section,
    placeIds: [ground.place],
    text,
  });
  const id = String(written.body['id']);
  const submitted = await asked(county, 'correspondent', `/stories/${id}/submissions`, { version: 1 });
  const seen = { revisionId: submitted.body['revisionId'], textHash: submitted.body['textHash'], verdict: 'approved' };
  await asked(county, 'editor', `/stories/${id}/signatures`, { ...seen, step: 'first_review' });
  await asked(county, 'section-head', `/stories/${id}/signatures`, { ...seen, step: 'second_review' });
  return {
    path: `/stories/${id}/signatures`,
    body: { ...seen, step: 'final_review' },
    cookie: await cookieOf(county, 'chief-editor'),
    key: randomUUID(),
    effects: [
      { what: 'edition', sql: 'select count(*) from newsroom.editions where story_id = $1', values: [id] },
      {
        what: 'final signature',
        sql: "select count(*) from newsroom.signatures where story_id = $1 and step = 'final_review'",
        values: [id],
      },
      {
        what: 'copy on the site with its receipt',
        sql: "select count(*) from channels.copies where story_id = $1 and channel = 'site' and state = 'published' and receipt is not null",
        values: [id],
      },
      {
        what: atTheReceiver,
        sql: "select count(*) from channels.copies where story_id = $1 and channel = 'webhook' and state = 'accepted' and receipt is not null",
        values: [id],
      },
      {
        what: atTheFollower,
        sql: "select count(*) from channels.activitypub_deliveries d join channels.activitypub_objects o on o.county_id = d.county_id and o.id = d.object_id where o.story_id = $1 and d.state = 'arrived'",
        values: [id],
      },
      {
        what: inTheMailbox,
        sql: "select count(*) from channels.mailings where $1::uuid = any(story_ids) and state = 'sent'",
        values: [id],
      },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'story.published'",
        values: [id],
      },
      {
        what: 'move to done',
        sql: "select count(*) from platform.moves where subject_id = $1 and noun = 'story' and to_state = 'done'",
        values: [id],
      },
      {
        what: inTheIndex,
        sql: 'select count(*) from portal.search_documents where id::text = $1',
        values: [id],
      },
    ],
  };
}

const newOrder = (ground: Ground, phone: string) => ({
  serviceId: ground.service,
  placeId: ground.place,
  channel: 'phone',
  contacts: [{ name: '王秀英', phone }],
  address: '柳河村3号',
  note: '龙头滴水',
  consentRead: true,
});

let orders = 0;
const nextPhone = (): string => `1381234${String((orders += 1)).padStart(4, '0')}`;

async function placeOrder(county: TestWorld, ground: Ground): Promise<string> {
  return String((await asked(county, 'coordinator', '/orders', newOrder(ground, nextPhone()))).body['orderId']);
}

// The order is told from all others by its note.
async function prepareOrder(county: TestWorld, ground: Ground): Promise<Act> {
  const note = `龙头滴水 ${randomUUID()}`;
  const order = '(select order_id::text from volunteering.order_details where note = $1)';
  return {
    path: '/orders',
    body: { ...newOrder(ground, nextPhone()), note },
    cookie: await cookieOf(county, 'coordinator'),
    key: randomUUID(),
    effects: [
      { what: 'order', sql: `select count(*) from volunteering.orders where id::text in ${order}`, values: [note] },
      {
        what: 'event',
        sql: `select count(*) from platform.events where name = 'order.submitted' and subject_id in ${order}`,
        values: [note],
      },
      {
        what: 'audit row',
        sql: `select count(*) from platform.audit where noun = 'order' and subject_id in ${order}`,
        values: [note],
      },
    ],
  };
}

async function prepareDispatch(county: TestWorld, ground: Ground, order: string): Promise<Act> {
  // A time of its own for each order, so that one volunteer may be asked again and again.
  const startsAt = new Date(county.clock.now().getTime() + (48 + orders * 5) * 3_600_000).toISOString();
  return {
    path: `/orders/${order}/dispatches`,
    body: { candidates: [{ kind: 'volunteer', id: ground.volunteer }], startsAt },
    cookie: await cookieOf(county, 'coordinator'),
    key: randomUUID(),
    effects: [
      { what: 'offer', sql: 'select count(*) from volunteering.offers where order_id = $1', values: [order] },
      { what: 'visit', sql: 'select count(*) from volunteering.visits where order_id = $1', values: [order] },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'order.dispatched'",
        values: [order],
      },
    ],
  };
}

async function prepareAcceptance(county: TestWorld, ground: Ground, order: string): Promise<Act> {
  const dispatch = await prepareDispatch(county, ground, order);
  await asked(county, 'coordinator', dispatch.path, dispatch.body);
  const seen = await county.as('coordinator').get(`/orders/${order}`);
  const offer = String(Object(seen.body['offers'])[0]?.id);
  return {
    path: `/offers/${offer}/answers`,
    body: { answer: 'accept' },
    cookie: await cookieOf(county, 'volunteer'),
    key: randomUUID(),
    effects: [
      {
        what: 'assignment',
        sql: 'select count(*) from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id where v.order_id = $1',
        values: [order],
      },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'order.taken'",
        values: [order],
      },
      {
        what: 'move to taken',
        sql: "select count(*) from platform.moves where subject_id = $1 and noun = 'order' and to_state = 'taken'",
        values: [order],
      },
    ],
  };
}
