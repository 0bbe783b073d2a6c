import type { Person } from '#people';
import type { QuietHours } from '#notices';
import type { Place } from '#places';
import type { AgeBand, Rule, ServiceFacts } from '../../contract.ts';
import type { Volunteer } from '../../volunteer/volunteer-queries.ts';

/** What is asked: a service at a place and time. `day` (YYYY-MM-DD, that of its beginning), `lastDay`, `weekday` (1 is Monday) and minutes of the day are those of the county's wall; a visit past midnight ends beyond 1,440. */
export interface Asked {
  readonly facts: ServiceFacts;
  /** Null where nobody said: then nobody is too far. */
  readonly place: Place | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly day: string;
  readonly lastDay: string;
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly besides: Besides;
}

/** Visits of the same round before this one, which they are asked for at once, and their minutes. */
export interface Besides {
  readonly visits: number;
  readonly minutes: number;
}

/** A visit a volunteer has agreed to or made, in the days around. */
export interface Engagement {
  readonly visitId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Its day on the county's wall. */
  readonly day: string;
  readonly place: Place | null;
  /** Not over yet: one cannot be elsewhere. */
  readonly stands: boolean;
}

/** A volunteer with all that the rules look at. */
export interface Whom {
  readonly volunteer: Volunteer;
  readonly person: Person | null;
  readonly home: Place | null;
  readonly engagements: readonly Engagement[];
  readonly quiet: QuietHours;
  /** Of minors alone. */
  readonly band: AgeBand | null;
  readonly excluded: boolean;
  /** The county's caps, which the volunteer's own can only lower. */
  readonly perDay: number;
  readonly perWeek: number;
}

/** One rule. `of`: everybody who goes, or whoever leads or goes alone; of a pair the second need not meet the latter. Answers false where it holds, else true or the words that are missing. */
export interface Gate {
  readonly rule: Rule;
  readonly of: 'everybody' | 'lead';
  /** May still change between a promise and the visit, and is asked once more at the door. */
  readonly atTheDoor?: boolean;
  blocks(whom: Whom, asked: Asked): boolean | readonly string[];
}

/** A rule that looks at nobody's time, only at what the volunteer can on that day. */
export interface AbilityGate extends Gate {
  blocks(whom: WhomAlone, asked: OnDay): boolean | readonly string[];
}

/** A volunteer without what is read of their other visits. */
export type WhomAlone = Pick<Whom, 'volunteer'>;
/** What is asked, wherever and at whatever hour of the day. */
export type OnDay = Pick<Asked, 'facts' | 'day'>;

/** Whether the service is done in somebody's home. */
export const atHome = ({ where, riskClass }: ServiceFacts): boolean => where === 'home' || riskClass === 'home-visit';
