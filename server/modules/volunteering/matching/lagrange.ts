import type { Prices } from './flow.ts';
import { dust, int, real } from './numbers.ts';
import { isCompatible } from './problem.ts';
import type { Problem } from './problem.ts';
import { mostOnDay } from './rooms.ts';

/** No plan can cost less than `bound`; `asked` and `askedLeaders` say by how much too few people (above zero) or too many stand at each option when everybody follows the prices. */
export interface Bound {
  readonly bound: number;
  readonly asked: Float64Array;
  readonly askedLeaders: Float64Array;
}

/** A bound by Lagrangian relaxation: the rule that an order gets all its people is dropped and paid for by prices. What remains is one best week for each volunteer alone, found exactly (overlaps, ways, caps and fairness included), and one choice for each order.
 *  Conflicts over midnight, one person at two times of one order, and rooms beyond the visits of a day are not looked at: that can only lower the bound. */
export class Lagrangian {
  readonly problem: Problem;
  /** The edges of each volunteer's best week under the prices last asked. */
  readonly weeks: number[][];
  private readonly weight: Float64Array;
  private readonly scratch = new Week();

  constructor(problem: Problem) {
    this.problem = problem;
    this.weeks = Array.from({ length: problem.volunteers }, () => []);
    this.weight = new Float64Array(problem.edges);
  }

  bound(prices: Prices): Bound {
    const { problem } = this;
    const asked = new Float64Array(problem.options);
    const askedLeaders = new Float64Array(problem.options);
    let bound = this.ordersCost(prices, asked, askedLeaders);
    this.weigh(prices);
    for (let volunteer = 0; volunteer < problem.volunteers; volunteer += 1) {
      const week = this.scratch.best(problem, volunteer, this.weight);
      bound += week.cost;
      this.weeks[volunteer] = week.edges;
      for (const edge of week.edges) {
        const option = int(problem.edgeOption, edge);
        asked[option] = real(asked, option) - 1;
        if (int(problem.edgeLeads, edge)) askedLeaders[option] = real(askedLeaders, option) - 1;
      }
    }
    return { bound, asked, askedLeaders };
  }

  // Each order: its cheapest time at these prices, or nobody.
  private ordersCost(prices: Prices, asked: Float64Array, askedLeaders: Float64Array): number {
    const { problem } = this;
    let sum = 0;
    for (let order = 0; order < problem.orders; order += 1) {
      let least = real(problem.unserved, order);
      let at = -1;
      for (let option = int(problem.orderOptions, order); option < int(problem.orderOptions, order + 1); option += 1) {
        const price = int(problem.people, order) * real(prices.person, option) + real(prices.leader, option);
        if (price < least) {
          least = price;
          at = option;
        }
      }
      sum += least;
      if (at < 0) continue;
      asked[at] = real(asked, at) + int(problem.people, order);
      askedLeaders[at] = real(askedLeaders, at) + int(problem.lead, order);
    }
    return sum;
  }

  private weigh(prices: Prices): void {
    const { edgeOption, edgeCost, edgeLeads, edgeOpen, edges } = this.problem;
    for (let edge = 0; edge < edges; edge += 1) {
      const option = int(edgeOption, edge);
      const paid = real(prices.person, option) + (int(edgeLeads, edge) ? real(prices.leader, option) : 0);
      this.weight[edge] = int(edgeOpen, edge) ? real(edgeCost, edge) - paid : Infinity;
    }
  }
}

// Best choices of visits: day by day over the last visit and the number so far, then over the days.
class Week {
  private value = new Float64Array(256);
  private from = new Int32Array(256);

  best(problem: Problem, volunteer: number, weight: Float64Array): { cost: number; edges: number[] } {
    const days = this.worthwhile(problem, volunteer, weight);
    if (days.length === 0) return nothing;
    const most = int(problem.mostVisits, volunteer);
    // totals[k]: the least weight of k visits so far, with what was chosen.
    let totals: { weight: number; edges: number[] }[] = [{ weight: 0, edges: [] }];
    for (const day of days) {
      const onDay = mostOnDay(problem, volunteer, int(problem.day, int(problem.edgeOption, day[0] ?? 0)));
      totals = joined(totals, this.bestOfDay(problem, day, weight, onDay), most);
    }
    let least = { cost: 0, edges: nothing.edges };
    let steps = 0;
    for (let k = 1; k < totals.length; k += 1) {
      steps += real(problem.fairness, k - 1);
      const total = totals[k];
      if (total && total.weight + steps < least.cost) least = { cost: total.weight + steps, edges: total.edges };
    }
    return least;
  }

  private worthwhile(problem: Problem, volunteer: number, weight: Float64Array): number[][] {
    const days: number[][] = [];
    let present = -1;
    const least = problem.fairness.length > 0 ? real(problem.fairness, 0) : 0;
    for (let n = int(problem.volunteerStarts, volunteer); n < int(problem.volunteerStarts, volunteer + 1); n += 1) {
      const edge = int(problem.volunteerEdges, n);
      if (real(weight, edge) + least >= -dust) continue;
      const day = int(problem.day, int(problem.edgeOption, edge));
      if (day === present) days.at(-1)?.push(edge);
      else days.push([edge]);
      present = day;
    }
    return days;
  }

  // Entry k: the best k visits of this day, earliest start first in `edges`.
  private bestOfDay(
    problem: Problem,
    edges: readonly number[],
    weight: Float64Array,
    mostPerDay: number,
  ): { weight: number; edges: number[] }[] {
    const most = Math.min(mostPerDay, edges.length);
    const count = edges.length;
    if (this.value.length < count * most) {
      this.value = new Float64Array(count * most * 2);
      this.from = new Int32Array(count * most * 2);
    }
    const best = [{ weight: 0, edges: [] as number[] }];
    for (let k = 0; k < most; k += 1) {
      let least = Infinity;
      let leastAt = -1;
      for (let n = 0; n < count; n += 1) {
        const at = k * count + n;
        this.value[at] = real(weight, edges[n] ?? 0) + (k === 0 ? 0 : this.before(problem, edges, k, n));
        if (real(this.value, at) < least) {
          least = real(this.value, at);
          leastAt = at;
        }
      }
      if (leastAt < 0 || least === Infinity) break;
      best.push({ weight: least, edges: this.trace(edges, leastAt) });
    }
    return best;
  }

  private before(problem: Problem, edges: readonly number[], k: number, n: number): number {
    const option = int(problem.edgeOption, edges[n] ?? 0);
    let least = Infinity;
    for (let earlier = 0; earlier < n; earlier += 1) {
      const at = (k - 1) * edges.length + earlier;
      if (real(this.value, at) >= least) continue;
      if (!isCompatible(problem, int(problem.edgeOption, edges[earlier] ?? 0), option)) continue;
      least = real(this.value, at);
      this.from[k * edges.length + n] = at;
    }
    return least;
  }

  private trace(edges: readonly number[], at: number): number[] {
    const traced: number[] = [];
    for (let present = at; ; present = int(this.from, present)) {
      traced.push(edges[present % edges.length] ?? 0);
      if (present < edges.length) return traced.reverse();
    }
  }
}

const nothing: { cost: number; edges: number[] } = { cost: 0, edges: [] };

type Choice = { weight: number; edges: number[] };

function joined(so: readonly Choice[], day: readonly Choice[], most: number): Choice[] {
  const out: Choice[] = [];
  for (const [a, one] of so.entries())
    for (const [b, other] of day.entries()) {
      if (a + b > most) break;
      const weight = one.weight + other.weight;
      const known = out[a + b];
      if (!known || weight < known.weight)
        out[a + b] = { weight, edges: b === 0 ? one.edges : [...one.edges, ...other.edges] };
    }
  return out;
}
