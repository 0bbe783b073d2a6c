import type { Tx } from '#platform/transaction';
import type { IdeaRow } from './idea-queries.ts';
import type { IcsEvent } from './read-ics.ts';
import type { StoredWindow } from './window.ts';

/** What a calendar last said of the event that is an idea. */
export interface ImportedEvent extends StoredWindow {
  readonly ideaId: string;
  readonly key: string;
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly note: string;
  readonly cancelled: boolean;
}

const columns = `e.idea_id as "ideaId", e.key, e.uid, e.sequence, e.title, e.note, e.from_on as "fromOn", e.until_on as "untilOn", e.starts_at as "startsAt", e.ends_at as "endsAt", e.cancelled`;

/** The events that calendars brought, from a day on. */
export const importedSince = (tx: Tx, day: string): Promise<ImportedEvent[]> =>
  tx.named<ImportedEvent>(
    'newsroom.imported-since',
    `select ${columns} from newsroom.imported_events e where e.county_id = $1 and e.from_on >= $2`,
    [tx.countyId, day],
  );

/** What calendars said of these ideas, by idea. */
export async function importedAs(tx: Tx, ideaIds: readonly string[]): Promise<ReadonlyMap<string, ImportedEvent>> {
  const rows = await tx.named<ImportedEvent>(
    'newsroom.imported-as',
    `select ${columns} from newsroom.imported_events e where e.county_id = $1 and e.idea_id = any($2::uuid[])`,
    [tx.countyId, ideaIds],
  );
  return new Map(rows.map((row) => [row.ideaId, row]));
}

/** Notes what a calendar says of an idea, which now says the same. */
export async function noteImported(tx: Tx, idea: IdeaRow, event: IcsEvent): Promise<void> {
  await tx.named(
    'newsroom.note-imported',
    `insert into newsroom.imported_events (county_id, idea_id, key, uid, sequence, title, note, from_on, until_on, starts_at, ends_at, cancelled, read_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (county_id, idea_id) do update set sequence = excluded.sequence, title = excluded.title, note = excluded.note, from_on = excluded.from_on,
       until_on = excluded.until_on, starts_at = excluded.starts_at, ends_at = excluded.ends_at, cancelled = excluded.cancelled, read_at = excluded.read_at`,
    [
      tx.countyId,
      idea.id,
      event.key,
      event.uid,
      event.sequence,
      idea.title,
      idea.note,
      idea.fromOn,
      idea.untilOn,
      idea.startsAt,
      idea.endsAt,
      event.cancelled,
      tx.at,
    ],
  );
}
