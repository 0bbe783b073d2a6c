import { dust, int, real } from './numbers.ts';
import { isCompatible } from './problem.ts';
import type { Problem } from './problem.ts';
import { hasRoom } from './rooms.ts';

/** Who goes where, while it is being worked out: always possible, always with its cost. */
export class Assignment {
  readonly problem: Problem;
  /** Edges of each order: empty where nobody goes; the one who leads comes first. */
  readonly ofOrder: (readonly number[])[];
  /** Edges of each volunteer, in no order. */
  readonly ofVolunteer: number[][];
  cost: number;

  constructor(problem: Problem) {
    this.problem = problem;
    this.ofOrder = Array.from({ length: problem.orders }, () => nobody);
    this.ofVolunteer = Array.from({ length: problem.volunteers }, () => []);
    this.cost = problem.unserved.reduce((sum, one) => sum + one, 0);
  }

  /** What one more visit of this volunteer costs on top; infinite where they have as many as they wish. */
  nextStep(volunteer: number, freed = 0): number {
    const visits = this.load(volunteer) - freed;
    return visits < int(this.problem.mostVisits, volunteer) ? real(this.problem.fairness, visits) : Infinity;
  }

  load(volunteer: number): number {
    return this.ofVolunteer[volunteer]?.length ?? 0;
  }

  /** Whether a volunteer could take this edge beside all their visits but the one at `except`. */
  isFree(edge: number, except = -1): boolean {
    const { problem } = this;
    const volunteer = int(problem.edgeVolunteer, edge);
    const option = int(problem.edgeOption, edge);
    const day = int(problem.day, option);
    let onDay = 0;
    let visits = 0;
    for (const other of this.ofVolunteer[volunteer] ?? nobody) {
      if (other === except) continue;
      const otherOption = int(problem.edgeOption, other);
      if (!isCompatible(problem, option, otherOption)) return false;
      if (int(problem.day, otherOption) === day) onDay += 1;
      visits += 1;
    }
    if (onDay >= int(problem.mostPerDay, volunteer) || visits >= int(problem.mostVisits, volunteer)) return false;
    return int(problem.roomStarts, volunteer) === int(problem.roomStarts, volunteer + 1) || this.fits(edge, except);
  }

  private fits(edge: number, except: number): boolean {
    const { edgeOption, edgeVolunteer } = this.problem;
    const volunteer = int(edgeVolunteer, edge);
    const others = (this.ofVolunteer[volunteer] ?? nobody).filter((other) => other !== except);
    return hasRoom(
      this.problem,
      volunteer,
      [edge, ...others].map((one) => int(edgeOption, one)),
    );
  }

  /** Lets these people go to an order to which nobody went; all of one time, all free. */
  give(order: number, edges: readonly number[]): void {
    if (edges.length === 0) return;
    this.cost -= real(this.problem.unserved, order);
    for (const edge of edges) {
      const volunteer = int(this.problem.edgeVolunteer, edge);
      this.cost += real(this.problem.edgeCost, edge) + real(this.problem.fairness, this.load(volunteer));
      this.ofVolunteer[volunteer]?.push(edge);
    }
    this.ofOrder[order] = leadersFirst(this.problem, edges);
  }

  /** Nobody goes to the order any more; answers who went. */
  clear(order: number): readonly number[] {
    const edges = this.ofOrder[order] ?? nobody;
    if (edges.length === 0) return edges;
    this.cost += real(this.problem.unserved, order);
    for (const edge of edges) {
      const visits = this.ofVolunteer[int(this.problem.edgeVolunteer, edge)] ?? [];
      visits.splice(visits.indexOf(edge), 1);
      this.cost -= real(this.problem.edgeCost, edge) + real(this.problem.fairness, visits.length);
    }
    this.ofOrder[order] = nobody;
    return edges;
  }

  served(): number {
    return this.ofOrder.filter((edges) => edges.length > 0).length;
  }
}

const nobody: readonly number[] = [];

const leadersFirst = (problem: Problem, edges: readonly number[]): readonly number[] =>
  edges.toSorted((a, b) => int(problem.edgeLeads, b) - int(problem.edgeLeads, a) || a - b);

/** Whether the assignment is what it says: rules asked anew from nothing. Answers what is wrong, or null. For tests and before a plan leaves the solver. */
export function faultOf(problem: Problem, ofOrder: readonly (readonly number[])[], cost: number): string | null {
  let sum = 0;
  const visits = Array.from({ length: problem.volunteers }, (): number[] => []);
  for (let order = 0; order < problem.orders; order += 1) {
    const edges = ofOrder[order] ?? [];
    if (edges.length === 0) sum += real(problem.unserved, order);
    else if (edges.length !== int(problem.people, order)) return `order ${order} has ${edges.length} people`;
    else if (int(problem.lead, order) && !edges.some((edge) => int(problem.edgeLeads, edge)))
      return `order ${order} has nobody to lead`;
    if (new Set(edges.map((edge) => int(problem.edgeOption, edge))).size > 1) return `order ${order} has two times`;
    for (const edge of edges) {
      if (!int(problem.edgeOpen, edge)) return `order ${order} has somebody who was ruled out`;
      if (int(problem.optionOrder, int(problem.edgeOption, edge)) !== order) return `order ${order} has another's edge`;
      sum += real(problem.edgeCost, edge);
      visits[int(problem.edgeVolunteer, edge)]?.push(int(problem.edgeOption, edge));
    }
  }
  for (const [volunteer, options] of visits.entries()) {
    if (options.length > int(problem.mostVisits, volunteer)) return `volunteer ${volunteer} has too many visits`;
    if (!hasRoom(problem, volunteer, options)) return `volunteer ${volunteer} has more than there is room for`;
    for (const [n, option] of options.entries()) {
      sum += real(problem.fairness, n);
      const onDay = options.filter((other) => int(problem.day, other) === int(problem.day, option)).length;
      if (onDay > int(problem.mostPerDay, volunteer)) return `volunteer ${volunteer} has too many visits on a day`;
      if (options.slice(n + 1).some((other) => !isCompatible(problem, option, other)))
        return `volunteer ${volunteer} is in two places at once`;
    }
  }
  return Math.abs(sum - cost) > 1e-6 * Math.max(1, Math.abs(sum)) + dust ? `costs ${sum}, not ${cost}` : null;
}
