import { z } from 'zod';

/** The most that is read; what is larger is cut by place or by day first. */
export const limits = { orders: 20_000, volunteers: 20_000, candidates: 2_000_000 } as const;

const id = z.string().min(1).max(100);
/** Whole minutes on the county's wall since the first midnight of the stretch that is planned. */
const minute = z
  .int()
  .min(0)
  .max(60 * 24 * 62);
const cost = z.number().min(-1e6).max(1e6);
/** East and north in kilometres from any fixed point. */
const at = z.tuple([z.number(), z.number()]);

const stretch = z.strictObject({ startsAt: minute, endsAt: minute });

const order = z.strictObject({
  id,
  /** The times wished, best first; the plan takes one of them. */
  times: z.array(stretch).min(1).max(8),
  at: at.optional(),
  /** How many go together. */
  people: z.int().min(1).max(10).default(1),
  /** Whether one of them must be able to lead. */
  lead: z.boolean().default(true),
  /** How many visits it is where visits are counted: the stops of a round; left out: one. */
  visits: z.int().min(1).max(100).optional(),
  /** How long whoever goes is busy, where that is not the whole stretch: a round without its ways. */
  minutes: z.int().min(1).optional(),
  /** What it costs to leave the order without anybody: urgency and waiting. */
  unservedCost: z.number().min(0).max(1e7),
});

const volunteer = z.strictObject({
  id,
  /** Visits in the whole stretch, and on one day. */
  mostVisits: z.int().min(0).max(60),
  mostPerDay: z.int().min(0).max(20).default(20),
  /** When they can come; left out: whenever a candidate says so. */
  windows: z.array(stretch).max(200).optional(),
  /** Stretches in which there is only so much room left: for so many visits, and for so many minutes, of all that begins there. */
  rooms: z
    .array(stretch.extend({ visits: z.int().min(0).optional(), minutes: z.int().min(0).optional() }))
    .max(100)
    .optional(),
});

const candidate = z.strictObject({
  order: id,
  volunteer: id,
  /** Which of the order's times, counted from 0. */
  time: z.int().min(0).max(7).default(0),
  leads: z.boolean().default(true),
  /** Named parts of the cost, such as distance, continuity (below zero where the same person came before) or spare skill; their sum counts. */
  cost: z.record(z.string().regex(/^[a-z][a-zA-Z-]{0,40}$/), cost),
});

/** A dispatch problem as it stands in a file: who may go where, when and at what cost. Rules that cannot be overruled are applied already: whoever may not go is no candidate.
 *  Amounts are in one unit of the writer's choice; the demonstration counts a kilometre as 1. */
export const dispatchInstance = z.strictObject({
  form: z.literal('xiangyin-dispatch-1'),
  /** Between two visits of one person: at least so many minutes, and so many for each kilometre as the crow flies. */
  travel: z.strictObject({
    leastMinutes: z.int().min(0).max(600),
    minutesPerKm: z.number().min(0).max(60).default(0),
  }),
  /** What a volunteer's first, second, third … visit costs on top, never falling; the last holds for all further ones. So burdens are spread. */
  fairness: z.array(z.number().min(0).max(1e6)).min(1).max(60),
  orders: z.array(order).max(limits.orders),
  volunteers: z.array(volunteer).max(limits.volunteers),
  candidates: z.array(candidate).max(limits.candidates),
  /** Why somebody is no candidate, where the writer knows: the plan is explained with it. */
  blocked: z
    .array(z.strictObject({ order: id, volunteer: id, rules: z.array(z.string().min(1).max(40)).min(1).max(12) }))
    .max(limits.candidates)
    .optional(),
});
export type DispatchInstance = z.output<typeof dispatchInstance>;

/** What is wrong with an instance; `path` is a JSON pointer. */
export class InstanceError extends Error {
  readonly code:
    | 'NotAnInstance'
    | 'UnknownId'
    | 'DoubleId'
    | 'DoubleCandidate'
    | 'EmptyStretch'
    | 'FairnessFalls'
    | 'OutsideWindows'
    | 'PinNotPossible';
  readonly path: string;
  constructor(code: InstanceError['code'], path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = 'InstanceError';
    this.code = code;
    this.path = path;
  }
}

/** The instance, checked in shape and sense. Throws InstanceError with the first thing that is wrong. */
export function readInstance(json: unknown): DispatchInstance {
  const read = dispatchInstance.safeParse(json);
  if (!read.success) {
    const [first] = read.error.issues;
    throw new InstanceError('NotAnInstance', `/${(first?.path ?? []).join('/')}`, first?.message ?? 'not understood');
  }
  checkSense(read.data);
  return read.data;
}

function checkSense(instance: DispatchInstance): void {
  const fall = instance.fairness.findIndex((step, n) => n > 0 && step < (instance.fairness[n - 1] ?? 0));
  if (fall > 0) throw new InstanceError('FairnessFalls', `/fairness/${fall}`, 'is smaller than the step before it');
  const orders = byId(instance.orders, '/orders');
  const volunteers = byId(instance.volunteers, '/volunteers');
  for (const [n, one] of instance.orders.entries()) mustNotBeEmpty(one.times, `/orders/${n}/times`);
  for (const [n, one] of instance.volunteers.entries()) {
    mustNotBeEmpty(one.windows ?? [], `/volunteers/${n}/windows`);
    mustNotBeEmpty(one.rooms ?? [], `/volunteers/${n}/rooms`);
  }
  const seen = new Set<string>();
  for (const [n, one] of instance.candidates.entries()) {
    const wanted = orders.get(one.order);
    const goer = volunteers.get(one.volunteer);
    const time = wanted?.times[one.time];
    if (!wanted || !goer || !time)
      throw new InstanceError(
        'UnknownId',
        `/candidates/${n}`,
        'names an order, a time or a volunteer that is not there',
      );
    const key = `${one.order}\n${one.time}\n${one.volunteer}`;
    if (seen.has(key)) throw new InstanceError('DoubleCandidate', `/candidates/${n}`, 'stands there twice');
    seen.add(key);
    if (
      goer.windows &&
      !goer.windows.some((window) => window.startsAt <= time.startsAt && time.endsAt <= window.endsAt)
    )
      throw new InstanceError(
        'OutsideWindows',
        `/candidates/${n}`,
        'lies outside the times in which the volunteer can come',
      );
  }
}

function byId<One extends { id: string }>(list: readonly One[], path: string): Map<string, One> {
  const known = new Map<string, One>();
  for (const [n, one] of list.entries()) {
    if (known.has(one.id)) throw new InstanceError('DoubleId', `${path}/${n}/id`, `'${one.id}' stands there twice`);
    known.set(one.id, one);
  }
  return known;
}

function mustNotBeEmpty(list: readonly { startsAt: number; endsAt: number }[], path: string): void {
  const empty = list.findIndex((one) => one.endsAt <= one.startsAt);
  if (empty >= 0) throw new InstanceError('EmptyStretch', `${path}/${empty}`, 'ends before it begins');
}
