import { phoneForm } from '#places';
import { guestActor } from '#platform/actor';
import type { County } from '#platform/county';
import { spokenTag } from '#platform/spoken-tag';
import { inCounty } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderState, SmsAnswer } from '../../contract.ts';
import { confirmNow, disputeNow } from '../conclude-order.ts';
import { orderById, orderForUpdate } from '../order-queries.ts';
import type { OrderRow } from '../order-queries.ts';
import { endNoticesNow } from './end-notices.ts';

type Said = 'yes' | 'no' | 'quiet' | null;
type Outcome = 'confirmed' | 'disputed' | 'quiet' | 'unclear' | 'several' | 'nothing-asked';

const meant: Readonly<Record<Exclude<Said, null>, ReadonlySet<string>>> = {
  yes: new Set(['1', '好', '好了', '办好了', '是', 'yes', 'y']),
  no: new Set(['2', '没', '没好', '没办好', '否', 'no', 'n']),
  quiet: new Set(['0', 't', 'td', '退订', '停', 'stop']),
};

/** What one county knows of a message before anything is done about it. */
interface Known {
  readonly county: County;
  /** What was said back when it was brought before; undefined: it was not. */
  readonly saidBack: string | null | undefined;
  /** Orders of this phone that are told by SMS. */
  readonly asked: number;
  /** Those of them that wait for a word. */
  readonly waiting: number;
}

/** Whoever ordered answers by SMS whether the visit was done: 1 confirms, 2 disputes, 0 ends the messages. Only the phone that ordered counts, only while the question waits, and only where one question waits; the words are not kept. The same message twice is one answer.
 *  The counties of an installation may have one number: the gateway brings all of it to one of them, and each is asked by itself whether it asked this phone.
 *  Answers what is said back, in the language in which it was ordered; null: nothing, so that two machines do not talk to each other. */
export async function answerBySms(ctx: Ctx, message: SmsAnswer): Promise<string | null> {
  const known: Known[] = [];
  for (const county of ctx.app.counties.all())
    known.push(await inCounty(ctx.app, county, (there) => knownIn(there, message)));
  const before = known.find(({ saidBack }) => saidBack !== undefined);
  if (before) return before.saidBack ?? null;
  const said = saidIn(message.Body);
  const asking = known.filter(({ asked }) => asked > 0);
  const waiting = asking.filter((one) => one.waiting > 0);
  const severalWait = waiting.length > 1;
  const concerned = said === 'quiet' ? asking : [waiting[0] ?? asking[0]].filter((one) => one !== undefined);
  const answers: (string | null)[] = [];
  for (const { county } of concerned.length > 0 ? concerned : [ctx])
    answers.push(await inCounty(ctx.app, county, (there) => hear(there, message, said, severalWait)));
  return answers.find((one) => one !== null) ?? null;
}

const knownIn = (ctx: Ctx, message: SmsAnswer): Promise<Known> =>
  ctx.transaction(async (tx) => {
    const before = await heardBefore(tx, message.MessageSid);
    const asked = before ? [] : await askedBySms(tx, message.From);
    return {
      county: ctx.county,
      saidBack: before && (before.orderId ? reply(tx, await orderById(tx, before.orderId), before.outcome) : null),
      asked: asked.length,
      waiting: asked.filter(({ state }) => state === 'done').length,
    };
  });

const hear = (ctx: Ctx, message: SmsAnswer, said: Said, severalWait: boolean): Promise<string | null> =>
  ctx.transaction(async (tx) => {
    const asked: OrderRow[] = [];
    for (const { id } of await askedBySms(tx, message.From)) asked.push(await orderForUpdate(tx, id));
    const { outcome, order } = await follow(tx, asked, said, severalWait);
    await tx.named(
      'volunteering.hear-sms',
      'insert into volunteering.sms_answers (county_id, message_id, order_id, outcome, received_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [tx.countyId, message.MessageSid, order?.id ?? null, outcome, tx.at],
    );
    return order ? reply(tx, order, outcome) : null;
  });

const reply = (tx: Tx, order: OrderRow, outcome: Outcome): string =>
  tx.ctx.app.wording.say(spokenTag(tx.ctx, order), `sms.${outcome}`, { phone: tx.ctx.county.phone });

function saidIn(body: string): Said {
  const word = body
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!！]+$/, '');
  return (['yes', 'no', 'quiet'] as const).find((said) => meant[said].has(word)) ?? null;
}

async function heardBefore(
  tx: Tx,
  messageId: string,
): Promise<{ orderId: string | null; outcome: Outcome } | undefined> {
  const [row] = await tx.named<{ orderId: string | null; outcome: Outcome }>(
    'volunteering.heard-before',
    'select order_id as "orderId", outcome from volunteering.sms_answers where county_id = $1 and message_id = $2',
    [tx.countyId, messageId],
  );
  return row;
}

/** Orders of this phone that are told by SMS, newest first. */
async function askedBySms(tx: Tx, from: string): Promise<{ id: string; state: OrderState }[]> {
  const phone = phoneForm(tx.ctx.county, from);
  if (!phone) return [];
  return tx.named(
    'volunteering.asked-by-sms',
    `select o.id, o.state from volunteering.order_contacts c
       join volunteering.order_notices n on n.county_id = c.county_id and n.order_id = c.order_id and n.position = c.position and n.channel = 'sms' and n.ended_at is null
       join volunteering.orders o on o.county_id = c.county_id and o.id = c.order_id
      where c.county_id = $1 and c.phone = $2 and c.position = 1 order by o.id desc limit 20`,
    [tx.countyId, phone],
  );
}

async function follow(
  tx: Tx,
  asked: readonly OrderRow[],
  said: Said,
  severalWait: boolean,
): Promise<{ outcome: Outcome; order: OrderRow | null }> {
  if (said === 'quiet' && asked[0]) {
    for (const order of asked) await endNoticesNow(tx, orderer(order), order, 1);
    return { outcome: 'quiet', order: asked[0] };
  }
  const [order, another] = asked.filter(({ state }) => state === 'done');
  if (!order) return { outcome: 'nothing-asked', order: null };
  if (another || severalWait) return { outcome: 'several', order };
  if (said !== 'yes' && said !== 'no') return { outcome: 'unclear', order };
  if (said === 'yes') await confirmNow(tx, orderer(order), order, {});
  else {
    const reason = tx.ctx.app.wording.say(tx.ctx.county.languages[0] ?? 'zh-CN', 'sms.said-no');
    await disputeNow(tx, orderer(order), order, { reason });
  }
  return { outcome: said === 'yes' ? 'confirmed' : 'disputed', order };
}

// The phone that ordered is what the last four digits prove elsewhere.
const orderer = (order: OrderRow) => guestActor(`order:${order.id}`);
