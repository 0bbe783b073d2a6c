import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { personById } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { CalendarEntry } from '#platform/manifest';
import { found } from '#platform/refuse';
import { openCtx } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import type { CalendarFeedView } from '../contract.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { mustBeInSession } from '../session/list-sessions.ts';
import { grantsOf } from '../session-queries.ts';

interface FeedRow {
  readonly personId: string;
  readonly language: 'zh-CN' | 'en';
  readonly madeAt: Date;
}

/** Whether the person has a calendar address, and since when. The address itself is shown once, when it is made. */
export async function calendarFeed(ctx: Ctx, actor: Actor): Promise<CalendarFeedView> {
  mustBeInSession(actor);
  return ctx.transaction(async (tx) => {
    const [row] = await tx.named<FeedRow>(
      'access.calendar-feed',
      'select person_id as "personId", language, made_at as "madeAt" from access.calendar_feeds where county_id = $1 and person_id = $2',
      [tx.countyId, actor.id],
    );
    return { madeAt: row?.madeAt.toISOString() ?? null };
  });
}

/** Makes the person's calendar address; one that was there before works no more. The path is answered once and kept nowhere. */
export async function makeCalendarFeed(ctx: Ctx, actor: Actor): Promise<{ path: string; madeAt: string }> {
  mustBeInSession(actor);
  return ctx.transaction(async (tx) => {
    const secret = newSecret();
    const madeAt = tx.ctx.app.clock.now();
    await tx.named(
      'access.make-calendar-feed',
      `insert into access.calendar_feeds (county_id, person_id, secret_hash, language, made_at) values ($1, $2, $3, $4, $5)
       on conflict (county_id, person_id) do update set secret_hash = excluded.secret_hash, language = excluded.language, made_at = excluded.made_at`,
      [tx.countyId, actor.id, secretHash(secret), ctx.language, madeAt],
    );
    await audit(tx, actor, { act: 'calendar.open', noun: 'person', subjectId: actor.id });
    return { path: `/api/v1/calendars/${secret}`, madeAt: madeAt.toISOString() };
  });
}

/** Ends the person's calendar address at once; without one nothing happens. */
export async function endCalendarFeed(ctx: Ctx, actor: Actor): Promise<void> {
  mustBeInSession(actor);
  await ctx.transaction(async (tx) => {
    const ended = await tx.named(
      'access.end-calendar-feed',
      'delete from access.calendar_feeds where county_id = $1 and person_id = $2 returning 1',
      [tx.countyId, actor.id],
    );
    if (ended.length > 0) await audit(tx, actor, { act: 'calendar.close', noun: 'person', subjectId: actor.id });
  });
}

/** The calendar under a secret address, as text/calendar (RFC 5545): what every module has for this person, each entry under the same UID for ever, with a SEQUENCE that grows when it changes. Refuses: NotFound (404) for an address that is not, or no longer, somebody's. */
export async function readCalendar(ctx: Ctx, secret: string, origin: string): Promise<string> {
  const owner = await ctx.transaction((tx) => ownerOf(tx, secret));
  const own = openCtx(ctx.app, ctx.county, { requestId: ctx.requestId, language: owner.language });
  return own.transaction(async (tx) => {
    const person = found(await personById(tx, owner.personId));
    const actor: Actor = {
      kind: 'person',
      id: owner.personId,
      grants: await grantsOf(tx, owner.personId),
      assurance: 1,
    };
    const entries: CalendarEntry[] = [];
    for (const module of ctx.app.modules) entries.push(...((await module.calendar?.(tx, actor)) ?? []));
    return written(tx, entries, person.name, origin);
  });
}

// A closed account or a person who has left reads no calendar any more, though their telephone still asks.
async function ownerOf(tx: Tx, secret: string): Promise<FeedRow> {
  const [row] = await tx.named<FeedRow>(
    'access.calendar-owner',
    `select f.person_id as "personId", f.language, f.made_at as "madeAt" from access.calendar_feeds f
       join access.accounts a on a.county_id = $1 and a.person_id = f.person_id and a.disabled_at is null
       join people.persons p on p.county_id = $1 and p.id = f.person_id and p.active
      where f.county_id = $1 and f.secret_hash = $2`,
    [tx.countyId, secretHash(secret)],
  );
  return found(row);
}

function written(tx: Tx, entries: readonly CalendarEntry[], name: string, origin: string): string {
  const host = new URL(origin).host;
  const calendar = ical({
    name: tx.ctx.app.wording.say(tx.ctx.language, 'access.calendar.name', { name }),
    prodId: { company: 'xiangyin', product: 'calendar', language: tx.ctx.language === 'en' ? 'EN' : 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  });
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.id}@${host}`,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      summary: entry.title,
      description: entry.description,
      ...(entry.place === '' ? {} : { location: entry.place }),
      url: `${origin}${entry.href}`,
      status: statuses[entry.status],
      ...timesOf(entry),
    });
  return calendar.toString();
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

// Whole days end, as RFC 5545 wants it, on the morning after the last one.
function timesOf({ when }: CalendarEntry): { start: Date; end: Date; allDay: boolean } {
  if ('startsAt' in when) return { start: when.startsAt, end: when.endsAt, allDay: false };
  const day = (on: string, later: number): Date => new Date(Date.parse(`${on}T00:00:00Z`) + later * 86_400_000);
  return { start: day(when.fromOn, 0), end: day(when.untilOn, 1), allDay: true };
}
