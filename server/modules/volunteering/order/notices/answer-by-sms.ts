import { phoneForm } from '#places';
import { guestActor } from '#platform/actor';
import type { Ctx, Tx } from '#platform/transaction';
import type { SmsAnswer } from '../../contract.ts';
import { confirmNow, disputeNow } from '../conclude-order.ts';
import { orderForUpdate, ordersByIds } from '../order-queries.ts';
import type { OrderRow } from '../order-queries.ts';
import { endNoticesNow } from './end-notices.ts';

type Said = 'yes' | 'no' | 'quiet' | null;
type Outcome = 'confirmed' | 'disputed' | 'quiet' | 'unclear' | 'several' | 'nothing-asked';

const meant: Readonly<Record<Exclude<Said, null>, ReadonlySet<string>>> = {
  yes: new Set(['1', '好', '好了', '办好了', '是', 'yes', 'y']),
  no: new Set(['2', '没', '没好', '没办好', '否', 'no', 'n']),
  quiet: new Set(['0', 't', 'td', '退订', '停', 'stop']),
};

/** Whoever ordered answers by SMS whether the visit was done: 1 confirms, 2 disputes, 0 ends the messages. Only the phone that ordered counts, only while the question waits, and only where one question waits; the words are not kept. The same message twice is one answer.
 *  Answers what is said back, in the order's language; null: nothing, so that two machines do not talk to each other. */
export const answerBySms = (ctx: Ctx, message: SmsAnswer): Promise<string | null> =>
  ctx.transaction(async (tx) => {
    const before = await heardBefore(tx, message.MessageSid);
    if (before) return before.orderId ? reply(tx, await orderForUpdate(tx, before.orderId), before.outcome) : null;
    const asked = await askedBySms(tx, message.From);
    const { outcome, order } = await follow(tx, asked, saidIn(message.Body));
    await tx.named(
      'volunteering.hear-sms',
      'insert into volunteering.sms_answers (county_id, message_id, order_id, outcome, received_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [tx.countyId, message.MessageSid, order?.id ?? null, outcome, tx.at],
    );
    return order ? reply(tx, order, outcome) : null;
  });

const reply = (tx: Tx, order: OrderRow, outcome: Outcome): string =>
  tx.ctx.app.wording.say(order.language, `sms.${outcome}`, { phone: tx.ctx.county.phone });

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

/** Orders of this phone that are told by SMS, newest first, each locked. */
async function askedBySms(tx: Tx, from: string): Promise<OrderRow[]> {
  const phone = phoneForm(tx.ctx.county, from);
  if (!phone) return [];
  const rows = await tx.named<{ id: string }>(
    'volunteering.asked-by-sms',
    `select c.order_id as id from volunteering.order_contacts c
       join volunteering.order_notices n on n.county_id = c.county_id and n.order_id = c.order_id and n.position = c.position and n.channel = 'sms' and n.ended_at is null
      where c.county_id = $1 and c.phone = $2 and c.position = 1 order by c.order_id desc limit 20`,
    [tx.countyId, phone],
  );
  for (const { id } of rows) await orderForUpdate(tx, id);
  const orders = await ordersByIds(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => orders.get(id) ?? []);
}

async function follow(
  tx: Tx,
  asked: readonly OrderRow[],
  said: Said,
): Promise<{ outcome: Outcome; order: OrderRow | null }> {
  if (said === 'quiet' && asked[0]) {
    for (const order of asked) await endNoticesNow(tx, orderer(order), order, 1);
    return { outcome: 'quiet', order: asked[0] };
  }
  const [order, another] = asked.filter(({ state }) => state === 'done');
  if (!order) return { outcome: 'nothing-asked', order: null };
  if (another) return { outcome: 'several', order };
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
