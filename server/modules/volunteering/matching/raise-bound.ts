import type { Prices } from './flow.ts';
import type { Bound, Lagrangian } from './lagrange.ts';
import { real } from './numbers.ts';

/** Raises a Lagrangian bound step by step (deflected subgradient with Polyak's step): prices of options at which people are missing rise, where too many stand they fall. */
export class BoundRaiser {
  best: number;
  prices: Prices;
  /** Prices of the step last taken, and who would follow them. */
  weeks: readonly (readonly number[])[];
  private readonly lagrangian: Lagrangian;
  private readonly present: Prices;
  private readonly direction: Prices;
  private boldness = 1;
  private idle = 0;

  constructor(lagrangian: Lagrangian, start: Prices) {
    this.lagrangian = lagrangian;
    this.prices = start;
    this.present = { person: start.person.slice(), leader: start.leader.slice() };
    this.direction = { person: new Float64Array(start.person.length), leader: new Float64Array(start.leader.length) };
    const first = lagrangian.bound(start);
    this.best = first.bound;
    this.weeks = lagrangian.weeks.map((week) => [...week]);
    this.turn(first);
  }

  /** One step towards the cost of the best plan known; answers the bound at the new prices. */
  step(planCost: number): number {
    this.move(planCost);
    const found = this.lagrangian.bound(this.present);
    this.weeks = this.lagrangian.weeks;
    this.turn(found);
    this.last = found.bound;
    if (found.bound > this.best + 1e-7 * Math.abs(this.best)) {
      this.best = found.bound;
      this.prices = { person: this.present.person.slice(), leader: this.present.leader.slice() };
      this.idle = 0;
    } else this.idle += 1;
    if (this.idle >= 12) this.calmDown();
    return found.bound;
  }

  private last = -Infinity;

  // Half as bold, and from the best prices on.
  private calmDown(): void {
    this.boldness = Math.max(this.boldness / 2, 1e-4);
    this.idle = 0;
    this.present.person.set(this.prices.person);
    this.present.leader.set(this.prices.leader);
    this.last = this.best;
  }

  private turn(found: Bound): void {
    const { person, leader } = this.direction;
    for (let option = 0; option < person.length; option += 1) {
      person[option] = 0.6 * real(person, option) + real(found.asked, option);
      leader[option] = 0.6 * real(leader, option) + real(found.askedLeaders, option);
    }
  }

  private move(planCost: number): void {
    const { person, leader } = this.direction;
    let length = 0;
    for (let option = 0; option < person.length; option += 1)
      length += real(person, option) ** 2 + real(leader, option) ** 2;
    if (length === 0) return;
    const away = Math.max(planCost - Math.max(this.last, this.best), 1e-6 * Math.abs(planCost));
    const step = (this.boldness * away) / length;
    for (let option = 0; option < person.length; option += 1) {
      this.present.person[option] = real(this.present.person, option) + step * real(person, option);
      this.present.leader[option] = Math.max(0, real(this.present.leader, option) + step * real(leader, option));
    }
  }
}
