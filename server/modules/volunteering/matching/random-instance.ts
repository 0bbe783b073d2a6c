import type { DispatchInstance } from './instance.ts';
import { seededRandom } from './numbers.ts';

/** How a random instance is to be. */
export interface RandomShape {
  readonly orders: number;
  readonly volunteers: number;
  /** Candidates of an order at each of its times, at most. */
  readonly candidates: number;
  readonly seed: number;
  /** Shares of orders from 0 to 1: for two people; with two times. */
  readonly pairs?: number;
  readonly twoTimes?: number;
  /** Whether visits lie at fixed hours and overlap; otherwise everybody goes once a day. */
  readonly overlaps?: boolean;
  readonly mostVisits?: number;
  readonly fairness?: readonly number[];
}

/** A county that never was: villages around towns, volunteers with few hours, more asked than can be given. The same shape gives the same instance on every machine. */
export function randomInstance(shape: RandomShape): DispatchInstance {
  const random = seededRandom(shape.seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const towns = Array.from(
    { length: Math.max(1, Math.round(shape.volunteers / 60)) },
    () => [random() * 60, random() * 60] as const,
  );
  const somewhere = (): [number, number] => {
    const [east, north] = towns[whole(0, towns.length - 1)] ?? [0, 0];
    return [round(east + (random() - 0.5) * 12), round(north + (random() - 0.5) * 12)];
  };
  const volunteers = Array.from({ length: shape.volunteers }, (_, n) => ({
    id: `v${n + 1}`,
    at: somewhere(),
    leads: random() < 0.6,
    mostVisits: shape.mostVisits ?? whole(1, shape.overlaps ? 3 : 4),
  }));
  const orders = Array.from({ length: shape.orders }, (_, n) => {
    const times = Array.from({ length: random() < (shape.twoTimes ?? 0) ? 2 : 1 }, () => {
      const startsAt = whole(0, 6) * 1_440 + whole(32, 72) * 15;
      return { startsAt, endsAt: startsAt + whole(2, 8) * 15 };
    });
    return {
      id: `o${n + 1}`,
      times,
      at: somewhere(),
      people: random() < (shape.pairs ?? 0) ? 2 : 1,
      lead: true,
      unservedCost: whole(200, 1_000),
    };
  });
  const nearest = neighbours(volunteers);
  const candidates: DispatchInstance['candidates'] = [];
  for (const order of orders) {
    const near = nearest(order.at, shape.candidates * 2);
    for (const time of order.times.keys()) {
      const chosen = near.filter(() => random() < 0.5);
      for (const one of chosen) {
        const known = random() < 0.05;
        candidates.push({
          order: order.id,
          volunteer: one.id,
          time,
          leads: one.leads,
          cost: { distance: round(away(one.at, order.at)), skill: whole(0, 8), ...(known ? { continuity: -10 } : {}) },
        });
      }
    }
  }
  return {
    form: 'xiangyin-dispatch-1',
    travel: { leastMinutes: shape.overlaps ? 30 : 0, minutesPerKm: 0 },
    fairness: [...(shape.fairness ?? [0, 30, 80])],
    orders,
    volunteers: volunteers.map(({ id, mostVisits }) => ({ id, mostVisits, mostPerDay: shape.overlaps ? 2 : 1 })),
    candidates,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const away = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Finds those nearest a point by cells of 4 km. */
function neighbours<One extends { at: readonly [number, number] }>(
  all: readonly One[],
): (at: readonly [number, number], count: number) => One[] {
  const cells = new Map<string, One[]>();
  const cell = (value: number): number => Math.floor(value / 4);
  for (const one of all) {
    const key = `${cell(one.at[0])} ${cell(one.at[1])}`;
    const there = cells.get(key);
    if (there) there.push(one);
    else cells.set(key, [one]);
  }
  return (at, count) => {
    const found: One[] = [];
    for (let ring = 0; ring < 30 && found.length < 3 * count; ring += 1)
      for (let east = -ring; east <= ring; east += 1)
        for (let north = -ring; north <= ring; north += 1)
          if (Math.max(Math.abs(east), Math.abs(north)) === ring)
            found.push(...(cells.get(`${cell(at[0]) + east} ${cell(at[1]) + north}`) ?? []));
    return found
      .map((one) => ({ one, far: away(one.at, at) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, count)
      .map(({ one }) => one);
  };
}
