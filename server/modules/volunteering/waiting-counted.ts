import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import { may, rangesFor, withinSql } from '#platform/permits';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { requestWaitsSql, unitWithinSql } from './certificate/request-waits.ts';
import { unitThing } from './certificate/unit-thing.ts';
import { waitsSql } from './hours/counts.ts';
import { recordedSql } from './hours/recorded-sql.ts';
import { nearlyLate } from './hours/unrecorded.ts';

/** One of the things that a card counts. */
interface Counted {
  readonly id: string;
  readonly placeId: string;
  readonly dueAt: Date | null;
}

/** Beyond so many a card only says that there are more. */
const most = 30;
const fetched = most + 1;

/** What waits in lists of its own: one card for each list in which this person may act, with how many wait there. */
export async function waitingInLists(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const [rows, certificates, unrecorded] = await together(
    rowsInLists(tx, actor),
    certificatesToIssue(tx, actor),
    hoursToRecord(tx, actor),
  );
  const of = (list: Listed['list']): Counted[] => rows.filter((row) => row.list === list);
  return [
    ...counted(tx, 'call-backs', '/console/call-backs?mine=true', of('call-backs')),
    ...counted(tx, 'applications', '/console/applications', of('applications')),
    ...counted(tx, 'certificates', '/console/certificates', certificates),
    ...counted(tx, 'corrections', '/console/hour-corrections?open=true', of('corrections')),
    ...counted(tx, 'second-signatures', '/console/hours?waiting=true', of('second-signatures')),
    ...counted(tx, 'unrecorded-hours', '/console/unrecorded-hours', unrecorded),
  ];
}

// The first is the most urgent: its time and place stand on the card.
function counted(tx: Tx, what: string, href: string, rows: readonly Counted[]): Waiting[] {
  const [first] = rows;
  if (!first) return [];
  const { tag } = tx.ctx;
  const count = rows.length > most ? `${most}+` : String(rows.length);
  return [
    {
      kind: `volunteering.${what}`,
      subjectId: first.id,
      title: tx.ctx.app.wording.say(tag, `waiting.${what}.title`, { count }),
      reason: tx.ctx.app.wording.say(tag, `waiting.${what}`),
      href,
      dueAt: first.dueAt,
      placeId: first.placeId,
    },
  ];
}

/** Parameters of the lists below: the positions and units at which the actor may do it; undefined: nowhere. */
function rangeValues(tx: Tx, actor: Actor, ability: string): unknown[] | undefined {
  const { ranges, units } = rangesFor(tx, actor, ability);
  if (ranges.length === 0 && units.length === 0) return undefined;
  return [ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units];
}

/** A thing with the list in which it waits. */
interface Listed extends Counted {
  readonly list: 'call-backs' | 'applications' | 'corrections' | 'second-signatures';
}

const callBacksSql = `(select 'call-backs' as list, c.id, o.place_id as "placeId", null::timestamptz as "dueAt"
    from volunteering.call_backs c join volunteering.orders o on o.county_id = c.county_id and o.id = c.order_id
   where c.county_id = $1 and c.caller_id = $2 and c.result is null order by c.id limit ${fetched})`;
const applicationsSql = `(select 'applications', a.id, a.place_id, null from volunteering.applications a
   where a.county_id = $1 and a.verdict is null and ${withinSql('a.place_id', 3)} order by a.sent_at limit ${fetched})`;
// Not one's own.
const correctionsSql = `(select 'corrections', c.id, h.place_id, c.due_at from volunteering.hour_corrections c join volunteering.hours h on h.county_id = c.county_id and h.id = c.hour_id
   where c.county_id = $1 and c.person_id <> $2 and ${recordedSql(5, 7)}
     and not exists (select 1 from volunteering.hour_correction_answers a where a.county_id = c.county_id and a.correction_id = c.id)
   order by c.due_at, c.id limit ${fetched})`;
// Not what one recorded, typed in or served oneself: the second hand is another one.
const signaturesSql = `(select 'second-signatures', h.id, h.place_id, null from volunteering.hours h
   where h.county_id = $1 and ${waitsSql} and h.person_id <> $2 and h.recorded_by ->> 'id' <> $2::text
     and not exists (select from volunteering.visits v where v.county_id = h.county_id and v.id = h.visit_id and v.typed_in_by ->> 'id' = $2::text)
     and not exists (select from volunteering.assignments s where s.county_id = h.county_id and s.visit_id = h.visit_id and s.person_id = $2 and s.state = 'served')
     and ${recordedSql(8, 10)} order by h.id limit ${fetched})`;

/** What waits in four of the lists, in one question: each in its order. Whoever has only call-backs is asked for nothing else. */
async function rowsInLists(tx: Tx, actor: Actor): Promise<Listed[]> {
  const applications = rangeValues(tx, actor, 'application.answer');
  const corrections = rangeValues(tx, actor, 'hours.answer-correction');
  const signatures = rangeValues(tx, actor, 'hours.countersign');
  if (!applications && !corrections && !signatures)
    return tx.named<Listed>('volunteering.waiting-call-backs', callBacksSql, [tx.countyId, actor.id]);
  const nowhere = [[], [], []];
  return tx.named<Listed>(
    'volunteering.waiting-in-lists',
    [callBacksSql, applicationsSql, correctionsSql, signaturesSql].join(' union all '),
    [
      tx.countyId,
      actor.id,
      ...(applications ?? nowhere).slice(0, 2),
      ...(corrections ?? nowhere),
      ...(signatures ?? nowhere),
    ],
  );
}

// Not one's own: somebody else issues it.
async function certificatesToIssue(tx: Tx, actor: Actor): Promise<Counted[]> {
  const at = rangeValues(tx, actor, 'certificate.issue');
  if (!at) return [];
  const rows = await tx.named<{ id: string; unitId: string | null }>(
    'volunteering.waiting-certificates',
    `select q.id, q.unit_id as "unitId" from volunteering.certificate_requests q
      where q.county_id = $1 and q.person_id <> $2 and ${requestWaitsSql} and ${unitWithinSql(3)}
      order by q.asked_at limit ${fetched}`,
    [tx.countyId, actor.id, ...at],
  );
  const places = new Map<string | null, string | null>();
  for (const unitId of new Set(rows.map((row) => row.unitId))) {
    const unit = await unitThing(tx, unitId);
    places.set(unitId, may(tx, actor, 'certificate.issue', unit) ? unit.placeId : null);
  }
  return rows.flatMap(({ id, unitId }) => {
    const placeId = places.get(unitId);
    return placeId ? [{ id, placeId, dueAt: null }] : [];
  });
}

async function hoursToRecord(tx: Tx, actor: Actor): Promise<Counted[]> {
  const at = rangeValues(tx, actor, 'hours.countersign');
  return at ? nearlyLate(tx, at, fetched) : [];
}
