import { publicPrefix } from '@xiangyin/document/public-prefix';
import { dropLetters, earliestAllowed, writeLetter } from '#notices';
import { inWords, phoneWorldwide } from '#places';
import { addressOf } from '#platform/county-address';
import type { Tag } from '#platform/i18n';
import { localeOf } from '#platform/moments';
import { spokenTag } from '#platform/spoken-tag';
import type { Tx } from '#platform/transaction';
import { stationById } from '#stations';
import type { NoticePurpose } from '../../contract.ts';
import { inGroups } from '../order-code.ts';
import type { OrderRow } from '../order-queries.ts';
import { codeSeal } from './keep-notices.ts';

/** What has happened to an order, as whoever ordered is told. */
export type Told =
  | 'received'
  | 'accepted'
  | 'refused'
  | 'referred'
  | 'helped'
  | 'merged'
  | 'upheld'
  | 'booked'
  | 'changed'
  | 'arrived'
  | 'done'
  | 'rate'
  | 'cancelled';

// Whoever agreed to hear that it is done is asked later how it was.
const purposeOf = (told: Told): NoticePurpose =>
  told === 'rate' ? 'done' : told === 'booked' || told === 'arrived' || told === 'done' ? told : 'progress';

// Whoever was named beside hears of what they were promised: that somebody comes, and that it falls through. Of anything else of somebody's order they have no page.
function purposeOfOthers(order: OrderRow, told: Told): NoticePurpose | null {
  if (told === 'booked' || told === 'arrived' || told === 'done') return told;
  const fallsThrough = told === 'changed' || (told === 'cancelled' && order.visitId !== null);
  return fallsThrough ? 'booked' : null;
}

// Nobody is woken for what can wait until the morning; that somebody stands at the door cannot.
const night = { quietFrom: 21 * 60, quietUntil: 8 * 60 };
const atOnce: ReadonlySet<Told> = new Set<Told>(['received', 'arrived']);

interface Receiver {
  readonly position: number;
  readonly channel: 'email' | 'sms';
  readonly email: string | null;
  readonly phone: string;
  readonly sealedCode: Buffer | null;
}

/** Writes a letter to each contact who is to be told this, in the language in which it was ordered. It holds no name, no address and no word of which service it is. Nothing goes out for an order that looks like a machine's, and nothing where nobody agreed.
 *  `key` is the event's: told once. `at`: when somebody comes, or by when an answer comes. `ordererKnows`: it was their own doing. */
export async function tellContacts(
  tx: Tx,
  order: OrderRow,
  told: Told,
  key: string,
  at: Date | null,
  ordererKnows = false,
): Promise<void> {
  // What they hear now says more than that it was taken on.
  await dropAccepted(tx, order.id);
  await writeLetters(tx, order, { told, key, at, ordererKnows, from: tx.at });
}

const acceptedKey = ':accepted';

/** Writes to whoever ordered that their order was taken on, to go out at `from`: until then it may be taken back. */
export const tellAccepted = (tx: Tx, order: OrderRow, key: string, from: Date): Promise<void> =>
  writeLetters(tx, order, { told: 'accepted', key: `${key}${acceptedKey}`, at: null, ordererKnows: false, from });

/** What was not yet said of that stays unsaid. Of the contacts only whoever ordered hears it. */
export const dropAccepted = (tx: Tx, orderId: string): Promise<void> => dropLetters(tx, orderId, `${acceptedKey}:1`);

async function writeLetters(
  tx: Tx,
  order: OrderRow,
  {
    told,
    key,
    at,
    ordererKnows,
    from,
  }: { told: Told; key: string; at: Date | null; ordererKnows: boolean; from: Date },
): Promise<void> {
  if (order.suspect) return;
  const tag = spokenTag(tx.ctx, order);
  const receivers = await tx.named<Receiver>(
    'volunteering.notice-receivers',
    `select n.position, n.channel, n.email, c.phone, n.sealed_code as "sealedCode" from volunteering.order_notices n
       join volunteering.order_contacts c on c.county_id = n.county_id and c.order_id = n.order_id and c.position = n.position
      where n.county_id = $1 and n.order_id = $2 and n.ended_at is null and case when n.position = 1 then $3::text else $4::text end = any(n.purposes) order by n.position`,
    [tx.countyId, order.id, ordererKnows ? null : purposeOf(told), purposeOfOthers(order, told)],
  );
  for (const receiver of receivers) {
    const facts = await factsOf(tx, order, receiver, told, at);
    const say = (name: string): string => tx.ctx.app.wording.say(tag, name, facts);
    const who = receiver.position === 1 ? 'order' : 'contact';
    const isMail = receiver.channel === 'email';
    const words = {
      text: say(`letter.${who}.${mayAnswer(tx, receiver, told) ? 'done-answer' : told}`),
      link: facts.link,
      footer: say('letter.footer'),
    };
    await writeLetter(tx, {
      channel: receiver.channel,
      to: isMail ? (receiver.email ?? '') : phoneWorldwide(tx.ctx.county, receiver.phone),
      subject: say(`letter.${who}.${told}.subject`),
      text: isMail ? mailText(words) : tx.ctx.app.wording.say(tag, 'letter.sms', { ...facts, ...words }),
      language: tag,
      subjectId: order.id,
      dueAt: isMail || atOnce.has(told) ? from : earliestAllowed(from, night, tx.ctx.county.timeZone),
      dedupeKey: `${key}:${receiver.position}`,
    });
  }
}

/** Whether this is the question whether it was done, to whoever ordered, by a gateway that brings answers back. */
const mayAnswer = (tx: Tx, { channel, position }: Receiver, told: Told): boolean =>
  told === 'done' && channel === 'sms' && position === 1 && tx.ctx.app.settings.smsAnswers === true;

const mailText = (words: { text: string; link: string; footer: string }): string =>
  `${[words.text, words.link, words.footer].filter(Boolean).join('\n\n')}\n`;

async function factsOf(
  tx: Tx,
  order: OrderRow,
  receiver: Receiver,
  told: Told,
  at: Date | null,
): Promise<{ sender: string; phone: string; when: string; code: string; link: string }> {
  const { county } = tx.ctx;
  const tag = spokenTag(tx.ctx, order);
  const station = order.stationId ? await stationById(tx, order.stationId) : undefined;
  const code = receiver.sealedCode ? (await tx.ctx.app.keys.unseal(codeSeal, receiver.sealedCode)).toString() : '';
  const path = `${publicPrefix(county.languages, tag)}/orders/${code}${told === 'done' || told === 'rate' ? '/rating' : ''}`;
  return {
    sender: inWords(county.name, order.language),
    phone: station?.phone ?? county.phone,
    when: at ? momentIn(at, tag, county.timeZone) : '',
    code: inGroups(code),
    link: code ? `${addressOf(tx.ctx)}${path}` : '',
  };
}

function momentIn(at: Date, tag: Tag, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(tag), {
    timeZone,
    month: tag === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
