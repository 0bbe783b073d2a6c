import type { Selectable } from 'kysely';
import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Person } from './person/person.ts';
import type { PeopleTables, PersonsTable } from './tables.ts';

/** The person, or undefined. */
export async function personById(tx: Tx, id: string): Promise<Person | undefined> {
  return (await personsByIds(tx, [id])).get(id);
}

/** The person, locked; refuses NotFound (404). */
export async function personForUpdate(tx: Tx, id: string): Promise<Person> {
  const [row] = await tx.named<Selectable<PersonsTable>>(
    'people.lock',
    'select * from people.persons where county_id = $1 and id = $2 for update',
    [tx.countyId, id],
  );
  return personOf(found(row));
}

/** The persons by their ids; unknown ids are left out. */
export async function personsByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<Selectable<PersonsTable>>(
    'people.by-ids',
    'select * from people.persons where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, personOf(row)]));
}

/** Active persons with this e-mail address, whatever its case; at most two. */
export async function personsByEmail(tx: Tx, email: string): Promise<Person[]> {
  const rows = await tx.named<Selectable<PersonsTable>>(
    'people.by-email',
    'select * from people.persons where county_id = $1 and lower(email) = lower($2) and active and erased_at is null limit 2',
    [tx.countyId, email],
  );
  return rows.map(personOf);
}

/** Active persons with this telephone number (form of `phoneForm`). */
export async function personsByPhone(tx: Tx, phone: string): Promise<Person[]> {
  const rows = await tx
    .tables<PeopleTables>()
    .selectFrom('people.persons')
    .selectAll()
    .where('county_id', '=', tx.countyId)
    .where('phone', '=', phone)
    .where('active', '=', true)
    .execute();
  return rows.map(personOf);
}

/** Names as colleagues see them, id → display name; for an erased person the words of the module. */
export async function displayNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const persons = await personsByIds(tx, ids);
  return new Map([...persons].map(([id, person]) => [id, shownName(tx, person)]));
}

/** The name as colleagues and readers see it. */
export const shownName = (tx: Tx, person: Pick<Person, 'displayName' | 'erasedAt'>): string =>
  person.erasedAt ? tx.ctx.app.wording.say(tx.ctx.language, 'people.erased') : person.displayName;

/** A row as a person. */
export const personOf = (row: Selectable<PersonsTable>): Person => ({
  id: row.id,
  name: row.name,
  displayName: row.display_name,
  title: wordsOf(row.title),
  language: row.language,
  email: row.email,
  phone: row.phone,
  placeId: row.place_id,
  active: row.active,
  isChild: row.is_child,
  guardianName: row.guardian_name,
  guardianPhone: row.guardian_phone,
  guardianAgreedAt: row.guardian_agreed_at,
  madeAt: row.made_at,
  version: row.version,
  erasedAt: row.erased_at,
});

function wordsOf(value: unknown): Words | null {
  return value !== null && typeof value === 'object' ? value : null;
}
