import { z } from 'zod';
import { inWords, placeById } from '#places';
import { qrCode } from '#media';
import { addressOf } from '#platform/county-address';
import { fieldProblems } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import { formAgain, freshForm, tryAct } from '#platform/page-form';
import type { FormState } from '#platform/page-contract';
import type { Actor } from '#platform/actor';
import type { FieldProblem } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { dayAfter, onTheWall } from '../county-day.ts';
import { appealNow } from '../order/appeal/appeal-order.ts';
import { cancelNow } from '../order/cancel-order.ts';
import { addWordsNow } from '../order/add-words.ts';
import { changeWishNow } from '../order/change-wish.ts';
import { endNoticesNow } from '../order/notices/end-notices.ts';
import { inGroups } from '../order/order-code.ts';
import { orderByCode, orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { passphraseOf, replyOf } from '../order/passphrase.ts';
import { proveDigits } from '../order/prove-digits.ts';
import { isSlipToken } from '../order/slip-token.ts';
import { askAgainNow, settleNow, tellOutcomeNow } from '../order/tell-outcome.ts';
import { daysAhead } from '../order/time.ts';
import type {
  OrderAppealPageProps,
  OrderCancelPageProps,
  OrderChangePageProps,
  OrderDaysPageProps,
  OrderQuietPageProps,
  OrderReopenPageProps,
  OrderSettledPageProps,
  OrderSlipPageProps,
  OrderStatusPageProps,
  RatingPageProps,
} from '../page-contract.ts';
import { answerBy } from '../service/due.ts';
import { daysToLeaveOut, leaveOutByCode } from '../series/days-by-code.ts';
import { visitById } from '../visit/visit-queries.ts';
import { limitsFor } from '../service/limits.ts';
import { typedWishes, wishesOf as typedInForm, wishFieldOf, wishFields } from './order-fields.ts';
import { daysOf } from './order-days.ts';
import { stationOf, statusProps, wishesOf } from './order-status.ts';
import { inService } from './teasers.ts';

const perMinute = 40;
const just = z
  .enum(['changed', 'cancelled', 'left-out', 'rated', 'quiet', 'appealed', 'reopened', 'settled'])
  .nullable()
  .catch(null);

/** `/orders/:code`: state only. A code typed with blanks or small letters leads to its one address. */
export const orderStatusPage: Page = {
  path: '/orders/:code',
  view: 'volunteering/order-status',
  cached: false,
  perMinute,
  query: ['just'],
  load: (call) =>
    atOrder(call, async (tx, order, code) => ({
      props: (await statusProps(
        tx,
        order,
        inGroups(code),
        just.parse(call.query['just'] ?? null),
        call.ctx.language,
      )) satisfies OrderStatusPageProps,
    })),
};

/** `/orders/:code/slip?t=…`: shown and printed right after ordering, with the passphrase. Its token lives 15 minutes; without one it leads to the status page. */
export const orderSlipPage: Page = {
  path: '/orders/:code/slip',
  view: 'volunteering/order-slip',
  cached: false,
  perMinute,
  query: ['t'],
  load: (call) =>
    atOrder(call, async (tx, order, code) => {
      if (!(await isSlipToken(tx, code, call.query['t'] ?? ''))) return { redirect: `/orders/${code}` };
      return { props: await slipProps(tx, order, code, call) };
    }),
};

/** Everything the slip shows. */
export async function slipProps(tx: Tx, order: OrderRow, code: string, call: PageCall): Promise<OrderSlipPageProps> {
  const { language } = call.ctx;
  const place = placeById(tx, order.placeId);
  const limits = await limitsFor(tx, order.serviceId, order.level);
  return {
    code: inGroups(code),
    statusHref: `/orders/${code}`,
    qr: await qrCode(`${addressOf(call.ctx)}/orders/${code}`),
    serviceName: inService(order.facts.name, language),
    placeName: place ? inWords(place.name, language) : '',
    wishes: wishesOf(order),
    repeats: await daysOf(tx, order),
    orderedAt: order.happenedAt.toISOString(),
    answerBy: answerBy(tx, order.happenedAt, limits).toISOString(),
    station: await stationOf(tx, order.stationId, language),
    passphrase: order.facts.where === 'home' ? await passphraseOf(tx, order) : null,
    reply: order.facts.where === 'home' ? await replyOf(tx, order) : null,
  };
}

const digits = z
  .string()
  .trim()
  .regex(/^\d{4}$/);

const saidField = z.string().trim().min(1).max(500);

/** `/orders/:code/change`: another time, or a word more. */
export const orderChangePage: Page = actingPage({
  name: 'change',
  view: 'volunteering/order-change',
  just: 'changed',
  fields: z.strictObject({
    ...wishFields,
    addition: z.string().trim().max(500).default(''),
    lastFour: digits,
  }),
  fieldOf: { ...wishFieldOf, '/addition': 'addition', '/lastFour': 'lastFour' },
  start: (order) => typedWishes(wishesOf(order)),
  act: async (tx, actor, order, form) => {
    const wishes = typedInForm(form);
    // The same time again undoes nothing that was arranged for it.
    const isOtherTime = JSON.stringify(wishes) !== JSON.stringify(wishesOf(order));
    if (form.addition !== '') await addWordsNow(tx, actor, order, form.addition);
    if (isOtherTime || form.addition === '') await changeWishNow(tx, actor, order, { wishes });
  },
  props: async (tx, order, code, form, call): Promise<OrderChangePageProps> => {
    const today = onTheWall(tx.at, call.ctx.county.timeZone).day;
    return {
      ...(await headOf(tx, order, code, call)),
      wishes: wishesOf(order),
      earliestOn: today,
      latestOn: dayAfter(today, daysAhead),
      form,
    };
  },
});

/** `/orders/:code/days`: of an order that comes again one day is not wanted, or none from a day on. */
export const orderDaysPage: Page = actingPage({
  name: 'days',
  view: 'volunteering/order-days',
  just: 'left-out',
  fields: z.strictObject({ on: z.iso.date(), which: z.enum(['one', 'from']), lastFour: digits }),
  fieldOf: { '/body/on': 'on', '/lastFour': 'lastFour' },
  start: () => ({}),
  act: leaveOutByCode,
  props: async (tx, order, code, form, call): Promise<OrderDaysPageProps> => ({
    ...(await headOf(tx, order, code, call)),
    days: await daysToLeaveOut(tx, order),
    form,
  }),
});

/** `/orders/:code/cancel`: not wanted any more; of an order that comes again one says which days. */
export const orderCancelPage: Page = actingPage({
  name: 'cancel',
  view: 'volunteering/order-cancel',
  just: 'cancelled',
  fields: z.strictObject({ lastFour: digits }),
  fieldOf: { '/lastFour': 'lastFour' },
  instead: ({ seriesId }) => (seriesId ? 'days' : undefined),
  start: () => ({}),
  act: (tx, actor, order) => cancelNow(tx, actor, order, {}),
  props: async (tx, order, code, form, call): Promise<OrderCancelPageProps> => ({
    ...(await headOf(tx, order, code, call)),
    form,
  }),
});

/** `/orders/:code/quiet`: no more messages about this order. */
export const orderQuietPage: Page = actingPage({
  name: 'quiet',
  view: 'volunteering/order-quiet',
  just: 'quiet',
  fields: z.strictObject({ lastFour: digits }),
  fieldOf: { '/lastFour': 'lastFour' },
  start: () => ({}),
  act: (tx, actor, order) => endNoticesNow(tx, actor, order, 1),
  props: async (tx, order, code, form, call): Promise<OrderQuietPageProps> => ({
    ...(await headOf(tx, order, code, call)),
    form,
  }),
});

/** `/orders/:code/appeal`: objects to a refusal. */
export const orderAppealPage: Page = actingPage({
  name: 'appeal',
  view: 'volunteering/order-appeal',
  just: 'appealed',
  fields: z.strictObject({ said: saidField, lastFour: digits }),
  fieldOf: { '/lastFour': 'lastFour' },
  start: () => ({}),
  act: (tx, actor, order, form) => appealNow(tx, actor, order, { said: form.said }),
  props: async (tx, order, code, form, call): Promise<OrderAppealPageProps> => ({
    ...(await headOf(tx, order, code, call)),
    form,
  }),
});

/** `/orders/:code/reopen`: it has to be done again. */
export const orderReopenPage: Page = actingPage({
  name: 'reopen',
  view: 'volunteering/order-reopen',
  just: 'reopened',
  fields: z.strictObject({ said: saidField, lastFour: digits }),
  fieldOf: { '/said': 'said', '/lastFour': 'lastFour' },
  start: () => ({}),
  act: (tx, actor, order, form) => askAgainNow(tx, actor, order, form.said),
  props: async (tx, order, code, form, call): Promise<OrderReopenPageProps> => ({
    ...(await headOf(tx, order, code, call)),
    form,
  }),
});

/** `/orders/:code/settled`: what was called not done is put right now. */
export const orderSettledPage: Page = actingPage({
  name: 'settled',
  view: 'volunteering/order-settled',
  just: 'settled',
  fields: z.strictObject({ said: z.string().trim().max(500).default(''), lastFour: digits }),
  fieldOf: { '/said': 'said', '/lastFour': 'lastFour' },
  start: () => ({}),
  act: (tx, actor, order, form) => settleNow(tx, actor, order, form.said),
  props: async (tx, order, code, form, call): Promise<OrderSettledPageProps> => ({
    ...(await headOf(tx, order, code, call)),
    form,
  }),
});

/** `/orders/:code/rating`: was it done, and how was it; only the first has to be said, and once that was said only the second. */
export const orderRatingPage: Page = actingPage({
  name: 'rating',
  view: 'volunteering/rating',
  just: 'rated',
  fields: z.strictObject({
    outcome: z.enum(['done', 'partly', 'not-done']).optional(),
    score: z.enum(['1', '2', '3', '4', '5']).optional(),
    time: z.enum(['same', 'other']).optional(),
    minutes: z.union([z.literal(''), z.coerce.number().int().min(0).max(1_440)]).default(''),
    words: z.string().trim().max(500).default(''),
    lastFour: digits,
  }),
  fieldOf: { '/words': 'words', '/lastFour': 'lastFour' },
  start: () => ({}),
  check: (form, order) => [
    ...(form.outcome === undefined && order.state !== 'confirmed' ? [{ path: '/outcome', code: 'required' }] : []),
    ...(form.score === undefined && order.state === 'confirmed' ? [{ path: '/score', code: 'required' }] : []),
    ...(form.time === 'other' && form.minutes === '' ? [{ path: '/minutes', code: 'required' }] : []),
  ],
  act: (tx, actor, order, form) =>
    tellOutcomeNow(tx, actor, order, {
      outcome: form.outcome ?? 'done',
      score: form.score === undefined ? undefined : Number(form.score),
      words: form.words,
      minutes: form.time === 'other' && form.minutes !== '' ? form.minutes : undefined,
    }),
  props: async (tx, order, code, form, call): Promise<RatingPageProps> => ({
    ...(await headOf(tx, order, code, call)),
    visitedAt: order.doneAt?.toISOString() ?? null,
    isConfirmed: order.state === 'confirmed',
    minutes: order.visitId ? (await visitById(tx, order.visitId)).minutesServed : null,
    form,
  }),
});

async function headOf(
  tx: Tx,
  order: OrderRow,
  code: string,
  call: PageCall,
): Promise<{ code: string; serviceName: string; station: { name: string; phone: string } }> {
  return {
    code: inGroups(code),
    serviceName: inService(order.facts.name, call.ctx.language),
    station: await stationOf(tx, order.stationId, call.ctx.language),
  };
}

/** The order of the address; an address written otherwise leads to the right one. */
function atOrder(
  call: PageCall,
  answer: (tx: Tx, order: OrderRow, code: string) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  return call.ctx.transaction(async (tx) => {
    const typed = call.params['code'] ?? '';
    const { order, code } = await orderByCode(tx, typed);
    if (typed === code) return answer(tx, order, code);
    return {
      redirect: call.path
        .split('/')
        .map((part, at) => (at === 2 ? code : part))
        .join('/'),
    };
  });
}

interface Acting<F extends z.ZodType> {
  name: string;
  view: string;
  just: string;
  fields: F;
  /** Path in a refusal → name of the form's field. */
  fieldOf: Readonly<Record<string, string>>;
  /** Another of these pages that serves this order better. */
  instead?(order: OrderRow): string | undefined;
  start(order: OrderRow): Record<string, string>;
  /** What the fields by themselves cannot say: one that is needed because of another, or as the order stands. */
  check?(form: z.output<F>, order: OrderRow): readonly FieldProblem[];
  act(tx: Tx, actor: Actor, order: OrderRow, form: z.output<F>): Promise<unknown>;
  props(tx: Tx, order: OrderRow, code: string, form: FormState, call: PageCall): Promise<unknown>;
}

/** A page on which whoever ordered does something with code and last four digits. */
function actingPage<F extends z.ZodType>(acting: Acting<F>): Page {
  return {
    path: `/orders/:code/${acting.name}`,
    view: acting.view,
    cached: false,
    perMinute,
    load: (call) =>
      atOrder(call, async (tx, order, code) => {
        const instead = acting.instead?.(order);
        if (instead !== undefined) return { redirect: `/orders/${code}/${instead}` };
        return { props: await acting.props(tx, order, code, freshForm(acting.start(order)), call) };
      }),
    submit: (call: FormCall) =>
      call.ctx.transaction(async (tx) => {
        const { order, code } = await orderByCode(tx, call.params['code'] ?? '');
        const { key: _, ...typed } = call.form;
        const again = async (form: FormState, status: number): Promise<PageAnswer> => ({
          props: await acting.props(tx, order, code, form, call),
          status,
        });
        const parsed = acting.fields.safeParse(typed);
        const problems = parsed.success ? (acting.check?.(parsed.data, order) ?? []) : fieldProblems(parsed.error, '');
        if (!parsed.success || problems.length > 0) return again(formAgain(call, call.key, typed, problems), 422);
        const tried = await tryAct(call, call.key, typed, acting.fieldOf, async () => {
          const locked = await orderForUpdate(tx, order.id);
          return acting.act(
            tx,
            await proveDigits(
              tx,
              locked,
              parsed.data !== null && typeof parsed.data === 'object' && 'lastFour' in parsed.data
                ? String(parsed.data.lastFour)
                : '',
            ),
            locked,
            parsed.data,
          );
        });
        return 'done' in tried ? { redirect: `/orders/${code}?just=${acting.just}` } : again(tried.form, tried.status);
      }),
  };
}
