import { inWords } from '#places';
import { stationById } from '#stations';
import type { Tx } from '#platform/transaction';
import { orderById } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { differenceOf } from '../hours/difference/difference-queries.ts';
import { cancellable } from '../order/states.ts';
import { partsOfOrder } from '../order/parts-of-order.ts';
import { appealOf } from '../order/appeal/appeal-queries.ts';
import { mayReopen } from '../order/reopen-order.ts';
import { ordererIsTold } from '../order/notices/end-notices.ts';
import { ratingOf } from '../order/rating-queries.ts';
import { daysToLeaveOut } from '../series/days-by-code.ts';
import { codeNow } from '../visit/visit-code.ts';
import { visitById } from '../visit/visit-queries.ts';
import { daysOf } from './order-days.ts';
import { sentenceOf } from './order-sentence.ts';
import { inService } from './teasers.ts';
import type { OrderEnding, OrderStatusPageProps, OrderStep, TimeWish } from '../page-contract.ts';

type Language = 'zh-CN' | 'en';

/** Whom to call about an order: its station, or the county's desk. */
export async function stationOf(
  tx: Tx,
  stationId: string | null,
  language: Language,
): Promise<{ name: string; phone: string }> {
  const station = stationId ? await stationById(tx, stationId) : undefined;
  return station
    ? { name: inWords(station.name, language), phone: station.phone }
    : { name: inWords(tx.ctx.county.publisher, language), phone: tx.ctx.county.phone };
}

/** The wishes, as pages show them: as soon as possible, where none was said. */
export const wishesOf = ({ wishes }: Pick<OrderRow, 'wishes'>): readonly TimeWish[] =>
  wishes.length > 0 ? wishes : [{ on: null, part: 'any' }];

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

// How far the order has come: 0 received, 1 arranged (answered with yes), 2 accepted by somebody (2.5: who is still to come), 3 over as they say, 4 said so by whoever ordered.
function progress(order: OrderRow): number {
  switch (order.state) {
    case 'submitted':
      return 1;
    case 'accepted':
    case 'paused':
    case 'dispatched':
    case 'visit-failed':
      return 2;
    case 'taken':
      return 2.5;
    case 'under-way':
      return 3;
    case 'done':
    case 'disputed':
      return 3.5;
    default:
      return order.confirmedAt || order.doneAt ? 4 : 1;
  }
}

/** The four sentences: what is done, what is now, what lies ahead. They say no more than the record: when somebody came is when they did, not when they were to. */
async function stepsOf(tx: Tx, order: OrderRow): Promise<OrderStatusPageProps['steps']> {
  const stage = progress(order);
  const at = (number: number): OrderStep['state'] => (stage >= number + 1 ? 'done' : stage >= number ? 'now' : 'ahead');
  const step = (kind: OrderStep['kind'], state: OrderStep['state'], time: Date | null): OrderStep => ({
    kind,
    state,
    at: state === 'ahead' ? null : iso(time),
    visit: null,
    putOff: null,
    failed: false,
    said: null,
  });
  const taken = order.takenAt !== null && stage > 2 && order.visitStartsAt !== null;
  const cameAt = taken && order.visitId ? (await visitById(tx, order.visitId)).checkedInAt : null;
  return [
    step('received', 'done', order.happenedAt),
    step('arranged', at(1), order.answeredAt),
    {
      ...step('accepted', at(2), order.takenAt),
      putOff: order.state === 'paused' ? (order.outcomeReason ?? '') : null,
      failed: order.state === 'visit-failed',
      visit:
        taken && order.visitStartsAt
          ? {
              from: (cameAt ?? order.visitStartsAt).toISOString(),
              until: iso(order.visitEndsAt),
              people: Math.max(1, order.assignedIds.length),
            }
          : null,
    },
    { ...step('finished', stage >= 3.5 ? 'done' : at(3), order.doneAt), said: stage >= 3.5 ? saidOf(order) : null },
  ];
}

function saidOf(order: OrderRow): OrderStep['said'] {
  if (order.confirmedAt) return 'confirmed';
  return order.disputedAt ? 'disputed' : 'nothing-yet';
}

/** How it ended without a finished visit, or null. */
export async function endingOf(tx: Tx, order: OrderRow, language: Language): Promise<OrderEnding | null> {
  const at = (order.endedAt ?? order.changedAt).toISOString();
  const reason = order.outcomeReason ?? '';
  const whole = [reason, order.nextAddress ?? ''].filter(Boolean).join(language === 'en' ? ' ' : '');
  const ending = (kind: OrderEnding['kind'], more: Partial<OrderEnding> = {}): OrderEnding => ({
    kind,
    at,
    reason,
    referredTo: null,
    into: null,
    ...more,
  });
  switch (order.state) {
    case 'refused':
      return ending('refused', { reason: whole });
    case 'referred':
      return ending('referred', {
        reason: whole,
        referredTo: order.referredTo ? await stationOf(tx, order.referredTo, language) : null,
      });
    case 'merged':
      return ending('merged', { into: await whereItWent(tx, order) });
    case 'helped':
      // How it was done is a note of the desk for itself.
      return ending('helped', { reason: '' });
    case 'cancelled':
      return ending('cancelled');
    case 'closed':
      return order.doneAt ? null : ending('not-done');
    default:
      return null;
  }
}

/** The order into which it went, and the one into which that went: how it stands, and nothing else of it. */
async function whereItWent(tx: Tx, order: OrderRow): Promise<OrderEnding['into']> {
  let into = order;
  while (into.mergedInto) into = await orderById(tx, into.mergedInto);
  return { sentence: sentenceOf(into.state), isSamePlace: into.placeId === order.placeId };
}

// Whoever opens the page with the order's code is who is visited, or their child who reads it out: only there, and only around the visit.
async function codeFor(tx: Tx, order: OrderRow): Promise<OrderStatusPageProps['visitCode']> {
  const { visitId, visitStartsAt, visitEndsAt } = order;
  if (!visitId || !visitStartsAt || !visitEndsAt || !['taken', 'under-way'].includes(order.state)) return null;
  const shown = await codeNow(tx, { id: visitId, startsAt: visitStartsAt, endsAt: visitEndsAt });
  return shown && { code: shown.code, until: shown.until.toISOString() };
}

/** Everything the status page shows: state only. */
export async function statusProps(
  tx: Tx,
  order: OrderRow,
  printed: string,
  just: OrderStatusPageProps['just'],
  language: Language,
): Promise<OrderStatusPageProps> {
  const waitsForStation = ['submitted', 'accepted', 'dispatched', 'visit-failed', 'disputed'].includes(order.state);
  const appeal = await appealOf(tx, order.id);
  const rated = (await ratingOf(tx, order.visitId)) !== null;
  return {
    code: printed,
    serviceName: inService(order.facts.name, language),
    orderedAt: order.happenedAt.toISOString(),
    steps: await stepsOf(tx, order),
    ending: await endingOf(tx, order, language),
    station: await stationOf(tx, order.stationId, language),
    answerBy: waitsForStation ? iso(order.dueAt) : null,
    overdue: waitsForStation && Boolean(order.dueAt && order.dueAt < tx.at),
    time: await timeOf(tx, order),
    repeats: await daysOf(tx, order),
    parts: await partsOf(tx, order, language),
    hasPassphrase: order.facts.where === 'home' && order.doneAt === null,
    visitCode: await codeFor(tx, order),
    may: {
      change: cancellable.has(order.state) && order.state !== 'visit-failed',
      // Of one that comes again one says which days.
      cancel: cancellable.has(order.state) && order.seriesId === null,
      appeal: order.state === 'refused' && order.forgottenAt === null && appeal === undefined,
      reopen: mayReopen(order, tx.at),
      rate: !rated && (order.state === 'done' || order.state === 'confirmed'),
      settle: order.state === 'disputed',
      leaveOut: (await daysToLeaveOut(tx, order)).length > 0,
    },
    appeal: appeal
      ? {
          at: appeal.madeAt.toISOString(),
          dueAt: appeal.dueAt.toISOString(),
          verdict: appeal.verdict,
          reason: appeal.reason,
        }
      : null,
    told: await ordererIsTold(tx, order.id),
    just,
  };
}

async function timeOf(tx: Tx, order: OrderRow): Promise<OrderStatusPageProps['time']> {
  const difference = await differenceOf(tx, order.visitId);
  if (!difference) return null;
  return { recorded: difference.recordedMinutes, said: difference.saidMinutes, settled: difference.minutes };
}

async function partsOf(tx: Tx, order: OrderRow, language: Language): Promise<OrderStatusPageProps['parts']> {
  return (await partsOfOrder(tx, order)).map((part) => ({
    serviceName: inService(part.service, language),
    people: part.peopleServed,
    sentence: sentenceOf(part.state),
  }));
}
