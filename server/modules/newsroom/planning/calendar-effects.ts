import { createHash } from 'node:crypto';
import { dayOf } from '#places';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { CalendarEffect } from '../contract.ts';
import { ideasByIds, peopleAtWork } from './idea-queries.ts';
import type { IdeaRow } from './idea-queries.ts';
import { importedAs, importedSince } from './imported-events.ts';
import type { ImportedEvent } from './imported-events.ts';
import { readIcs } from './read-ics.ts';
import type { IcsEvent } from './read-ics.ts';
import { windowOf } from './window.ts';
import type { StoredWindow } from './window.ts';

const day = 86_400_000;
/** How far a calendar is read: what is over a day ago or more than this many days ahead makes no idea. */
const aheadDays = 120;

/** An event of a file with what it would do here. */
export interface EffectOfEvent {
  readonly ideaId: string;
  readonly event: IcsEvent;
  /** As an idea would say it. */
  readonly says: Said;
  readonly effect: CalendarEffect;
  readonly idea: IdeaRow | undefined;
  /** How many people are asked or at work. */
  readonly people: number;
}

/** Title, note and times, as an idea holds them. */
export type Said = Pick<IdeaRow, 'title' | 'note'> & StoredWindow;

/** The events of a calendar file from yesterday to four months ahead, each once, and what each would do; dates that the file struck out of an event stand among them. Refuses: NotACalendar, CalendarTooLarge (422). */
export async function readEvents(tx: Tx, ics: string): Promise<IcsEvent[]> {
  const [from, until] = [new Date(tx.at.getTime() - day), new Date(tx.at.getTime() + aheadDays * day)];
  const zone = tx.ctx.county.timeZone;
  const brought = await importedSince(tx, dayOf(from, zone));
  const known = new Set(brought.map(({ key }) => key));
  const { events, wholeUids } = readIcs(ics, zone, { from, until, known });
  const once = new Map(events.map((event) => [event.key, event]));
  const [today, last] = [dayOf(tx.at, zone), dayOf(until, zone)];
  const struck = brought.filter(
    ({ key, uid, fromOn }) =>
      wholeUids.has(uid) && !once.has(key) && fromOn !== null && fromOn > today && fromOn < last,
  );
  return [...once.values(), ...struck.map(struckOut)];
}

// The rule no longer names the date: that says as much as STATUS:CANCELLED.
const struckOut = ({ key, uid, sequence, title, fromOn, untilOn, startsAt, endsAt }: ImportedEvent): IcsEvent => ({
  key,
  uid,
  sequence,
  cancelled: true,
  title,
  note: '',
  place: '',
  when: startsAt ? { startsAt, endsAt } : { fromOn: fromOn ?? '', untilOn: untilOn ?? fromOn ?? '' },
});

/** What each of the events would do, in their order; one that is struck out and was never an idea is left away. */
export async function effectsOf(tx: Tx, actor: Actor, events: readonly IcsEvent[]): Promise<EffectOfEvent[]> {
  const ids = events.map(({ key }) => ideaIdOf(tx, key));
  const ideas = new Map((await ideasByIds(tx, ids)).map((idea) => [idea.id, idea]));
  const before = await importedAs(tx, ids);
  const people = await peopleAtWork(tx, [...ideas.keys()]);
  return events.flatMap((event) => {
    const ideaId = ideaIdOf(tx, event.key);
    const idea = ideas.get(ideaId);
    if (!idea && event.cancelled) return [];
    const says = saidBy(tx, event);
    const atWork = people.get(ideaId) ?? 0;
    const effect = effectOf(event, says, {
      idea,
      before: before.get(ideaId),
      mayChange: !idea || may(tx, actor, 'idea.change', idea),
      people: atWork,
    });
    return [{ ideaId, event, says, effect, idea, people: atWork }];
  });
}

interface Known {
  readonly idea: IdeaRow | undefined;
  /** What the calendar said when it was read last; undefined: an older version of the program read it. */
  readonly before: ImportedEvent | undefined;
  readonly mayChange: boolean;
  readonly people: number;
}

function effectOf(event: IcsEvent, says: Said, { idea, before, mayChange, people }: Known): CalendarEffect {
  if (!idea) return 'new';
  if (!mayChange) return 'foreign';
  if (before && event.sequence < before.sequence) return 'older';
  if (event.cancelled) {
    if (idea.state !== 'open') return 'unchanged';
    return before && isSame(idea, before) && people === 0 ? 'cancelled' : 'conflict';
  }
  if (idea.state === 'dropped' && before?.cancelled) return 'restored';
  // What was changed here by hand stays as long as the calendar has nothing new.
  if (isSame(idea, says) || (before && isSame(before, says))) return 'unchanged';
  if (idea.state !== 'open') return 'ended';
  if (!before || !isSame(idea, before)) return 'conflict';
  return isSameTime(idea, says) ? 'changed' : 'moved';
}

const isSame = (a: Said, b: Said): boolean => a.title === b.title && a.note === b.note && isSameTime(a, b);
const isSameTime = (a: StoredWindow, b: StoredWindow): boolean =>
  a.fromOn === b.fromOn &&
  a.untilOn === b.untilOn &&
  a.startsAt?.getTime() === b.startsAt?.getTime() &&
  a.endsAt?.getTime() === b.endsAt?.getTime();

const saidBy = (tx: Tx, event: IcsEvent): Said => ({
  title: event.title,
  note: [event.place, event.note].filter(Boolean).join('\n').slice(0, 4_000),
  ...windowOf(tx, event.when),
});

// The id says which event of which calendar an idea is: the same file again makes the same id, and so no second idea. The form is that of RFC 9562, version 8.
function ideaIdOf(tx: Tx, key: string): string {
  const hex = createHash('sha256').update(`ics ${tx.ctx.county.ledgerNumber} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
