import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { ideaColumns, ideaTables } from './idea-queries.ts';
import type { AssignmentKind, IdeaRow } from './idea-queries.ts';

/** What the ideas of a recurrence begin with. Times are the county's wall clock, HH:mm. */
export interface Template {
  readonly rule: string;
  readonly title: string;
  readonly note: string;
  readonly sectionId: string | null;
  readonly placeIds: readonly string[];
  readonly days: number;
  readonly startsTime: string | null;
  readonly endsTime: string | null;
}

/** A recurrence as verbs see it. */
export interface Recurrence extends Template {
  readonly id: string;
  readonly startsOn: string;
  readonly madeUntil: string;
  readonly kinds: readonly AssignmentKind[];
  readonly proposedBy: string;
  readonly version: number;
}

const columns = `r.id, r.rule, r.starts_on as "startsOn", r.made_until as "madeUntil", r.title, r.note, r.section_id as "sectionId", r.place_ids::text[] as "placeIds", r.days,
  to_char(r.starts_time, 'HH24:MI') as "startsTime", to_char(r.ends_time, 'HH24:MI') as "endsTime", r.kinds, r.proposed_by as "proposedBy", r.version`;

/** The recurrence, locked until the transaction ends, or 404. It is locked before its ideas, always. */
export async function recurrenceForUpdate(tx: Tx, id: string): Promise<Recurrence> {
  const [row] = await tx.named<Recurrence>(
    'newsroom.recurrence-for-update',
    `select ${columns} from newsroom.recurrences r where r.county_id = $1 and r.id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Recurrences whose ideas do not reach to a day yet, locked, some at a time; what another process has at hand is left to it. */
export const recurrencesToExtend = (tx: Tx, day: string): Promise<Recurrence[]> =>
  tx.named<Recurrence>(
    'newsroom.recurrences-to-extend',
    `select ${columns} from newsroom.recurrences r where r.county_id = $1 and r.made_until < $2 order by r.id limit 50 for update skip locked`,
    [tx.countyId, day],
  );

/** One idea in a row of dates. */
export type Occurrence = IdeaRow & { readonly recursOn: string };

/** The ideas of a recurrence from a day on, locked in the order of their ids, with one of them named whatever its day. */
export const occurrencesFrom = (tx: Tx, recurrenceId: string, day: string, ideaId: string): Promise<Occurrence[]> =>
  tx.named<Occurrence>(
    'newsroom.occurrences-from',
    `select ${ideaColumns} from ${ideaTables} where i.county_id = $1 and i.recurrence_id = $2 and (i.recurs_on >= $3 or i.id = $4) order by i.id for update of i`,
    [tx.countyId, recurrenceId, day, ideaId],
  );

/** Stores a new recurrence of version 1. */
export async function insertRecurrence(tx: Tx, one: Omit<Recurrence, 'version'>): Promise<void> {
  await tx.named(
    'newsroom.insert-recurrence',
    `insert into newsroom.recurrences (county_id, id, rule, starts_on, made_until, title, note, section_id, place_ids, days, starts_time, ends_time, kinds, proposed_by, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::uuid[], $10, $11::time, $12::time, $13, $14, 1, $15, $15)`,
    [
      tx.countyId,
      one.id,
      one.rule,
      one.startsOn,
      one.madeUntil,
      one.title,
      one.note,
      one.sectionId,
      one.placeIds,
      one.days,
      one.startsTime,
      one.endsTime,
      one.kinds,
      one.proposedBy,
      tx.at,
    ],
  );
}

/** Stores what changed of a recurrence; its version grows. */
export async function storeTemplate(tx: Tx, id: string, next: Template): Promise<void> {
  await tx.named(
    'newsroom.store-template',
    `update newsroom.recurrences set rule = $3, title = $4, note = $5, section_id = $6, place_ids = $7::uuid[], days = $8, starts_time = $9::time, ends_time = $10::time,
            version = version + 1, updated_at = $11 where county_id = $1 and id = $2`,
    [
      tx.countyId,
      id,
      next.rule,
      next.title,
      next.note,
      next.sectionId,
      next.placeIds,
      next.days,
      next.startsTime,
      next.endsTime,
      tx.at,
    ],
  );
}

/** Notes up to which day every date has its idea. */
export async function storeMadeUntil(tx: Tx, id: string, day: string): Promise<void> {
  await tx.named(
    'newsroom.store-made-until',
    'update newsroom.recurrences set made_until = $3 where county_id = $1 and id = $2',
    [tx.countyId, id, day],
  );
}

/** The rules of some recurrences, by id; each may be named more than once. */
export async function recurrencesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Pick<Recurrence, 'id' | 'rule' | 'version' | 'startsOn'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<Pick<Recurrence, 'id' | 'rule' | 'version' | 'startsOn'>>(
    'newsroom.recurrences-of',
    'select id, rule, version, starts_on as "startsOn" from newsroom.recurrences where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
