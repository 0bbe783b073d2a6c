import type { DispatchInstance } from './instance.ts';
import { int } from './numbers.ts';
import type { Problem } from './problem.ts';

/** Stretches in which a volunteer has only so much room: of volunteer j from [j] to [j + 1]. Visits and minutes of whatever begins there count. */
export interface Rooms {
  readonly roomStarts: Int32Array;
  readonly roomFrom: Int32Array;
  readonly roomUntil: Int32Array;
  readonly roomVisits: Int32Array;
  readonly roomMinutes: Int32Array;
}

const boundless = 0x7f_ff_ff_ff;

interface Room {
  readonly from: number;
  readonly until: number;
  readonly visits: number;
  readonly minutes: number;
}

/** What of a problem the rooms are built from; `mostVisits` and `edgeOpen` are tightened by them. */
type Built = Pick<
  Problem,
  | 'optionOrder'
  | 'optionVisits'
  | 'optionMinutes'
  | 'startsAt'
  | 'day'
  | 'edgeOption'
  | 'volunteerStarts'
  | 'volunteerEdges'
> & { readonly edgeOpen: Int32Array; readonly mostVisits: Int32Array; readonly mostPerDay: Int32Array };

/** The rooms that can be too small at all: where they never are, a flow may still answer. What alone is too large for one is ruled out, and one that holds all of a person's visits caps their number. */
export function roomsOf(instance: DispatchInstance, built: Built): Rooms {
  const kept: Room[] = [];
  const starts = [0];
  for (const [volunteer, one] of instance.volunteers.entries()) {
    const rooms = (one.rooms ?? []).map((room) => ({
      from: room.startsAt,
      until: room.endsAt,
      visits: room.visits ?? boundless,
      minutes: room.minutes ?? boundless,
    }));
    for (const room of rooms) tighten(built, volunteer, room);
    kept.push(...rooms.filter((room) => canBeTooSmall(built, volunteer, room)));
    starts.push(kept.length);
  }
  return {
    roomStarts: Int32Array.from(starts),
    roomFrom: Int32Array.from(kept, (room) => room.from),
    roomUntil: Int32Array.from(kept, (room) => room.until),
    roomVisits: Int32Array.from(kept, (room) => room.visits),
    roomMinutes: Int32Array.from(kept, (room) => room.minutes),
  };
}

const begins = ({ startsAt }: Pick<Problem, 'startsAt'>, option: number, from: number, until: number): boolean =>
  from <= int(startsAt, option) && int(startsAt, option) < until;

const edgesOf = (built: Built, volunteer: number): Int32Array =>
  built.volunteerEdges.subarray(int(built.volunteerStarts, volunteer), int(built.volunteerStarts, volunteer + 1));

function tighten(built: Built, volunteer: number, room: Room): void {
  let holdsAll = true;
  for (const edge of edgesOf(built, volunteer)) {
    const option = int(built.edgeOption, edge);
    if (!begins(built, option, room.from, room.until)) holdsAll = false;
    else if (int(built.optionVisits, option) > room.visits || int(built.optionMinutes, option) > room.minutes)
      built.edgeOpen[edge] = 0;
  }
  if (holdsAll) built.mostVisits[volunteer] = Math.min(int(built.mostVisits, volunteer), room.visits);
}

function canBeTooSmall(built: Built, volunteer: number, room: Room): boolean {
  const visits = new Map<number, number>();
  const minutes = new Map<number, number>();
  const days = new Set<number>();
  for (const edge of edgesOf(built, volunteer)) {
    const option = int(built.edgeOption, edge);
    if (!int(built.edgeOpen, edge) || !begins(built, option, room.from, room.until)) continue;
    const order = int(built.optionOrder, option);
    days.add(int(built.day, option));
    visits.set(order, int(built.optionVisits, option));
    minutes.set(order, Math.max(minutes.get(order) ?? 0, int(built.optionMinutes, option)));
  }
  const most = Math.min(int(built.mostVisits, volunteer), days.size * int(built.mostPerDay, volunteer));
  return largest([...visits.values()], most) > room.visits || largest([...minutes.values()], most) > room.minutes;
}

const largest = (list: readonly number[], count: number): number =>
  list
    .toSorted((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, one) => sum + one, 0);

/** Whether a volunteer who goes to these options has room for all of them. */
export function hasRoom(problem: Problem, volunteer: number, options: readonly number[]): boolean {
  for (let room = int(problem.roomStarts, volunteer); room < int(problem.roomStarts, volunteer + 1); room += 1) {
    let visits = 0;
    let minutes = 0;
    for (const option of options) {
      if (!isInRoom(problem, room, option)) continue;
      visits += int(problem.optionVisits, option);
      minutes += int(problem.optionMinutes, option);
    }
    if (visits > int(problem.roomVisits, room) || minutes > int(problem.roomMinutes, room)) return false;
  }
  return true;
}

/** Whether a time begins in this room. */
export const isInRoom = (problem: Problem, room: number, option: number): boolean =>
  begins(problem, option, int(problem.roomFrom, room), int(problem.roomUntil, room));

/** How many may begin on a day at most, by the caps and by every room that holds the whole of it: each counts at least once. */
export function mostOnDay(problem: Problem, volunteer: number, day: number): number {
  let most = int(problem.mostPerDay, volunteer);
  for (let room = int(problem.roomStarts, volunteer); room < int(problem.roomStarts, volunteer + 1); room += 1)
    if (int(problem.roomFrom, room) <= day * 1_440 && (day + 1) * 1_440 <= int(problem.roomUntil, room))
      most = Math.min(most, int(problem.roomVisits, room));
  return most;
}
