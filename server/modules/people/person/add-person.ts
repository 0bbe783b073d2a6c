import { phoneForm } from '#places';
import type { Words } from '#platform/county';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { mustHavePeopleLeft } from './people-left.ts';
import { personById } from '../person-queries.ts';
import type { PeopleTables } from '../tables.ts';
import type { Person } from './person.ts';

/** What is needed to know a person; only a name is. */
export interface NewPerson {
  readonly name: string;
  /** The name itself unless given. */
  readonly displayName?: string | undefined;
  readonly title?: Words | null | undefined;
  readonly language?: 'zh-CN' | 'en' | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly placeId?: string | null | undefined;
  /** Given for a child under 14, and for nobody else: who agreed, when (PIPL art. 28, 31). */
  readonly guardian?: { readonly name: string; readonly phone: string; readonly agreedAt: Date } | null | undefined;
}

/** Writes down a person; asks nobody (verbs and seeds do). Refuses: PhoneNotUnderstood (422), CountyPeopleReached (409). */
export async function addPerson(tx: Tx, person: NewPerson): Promise<Person> {
  await mustHavePeopleLeft(tx);
  const id = newId<'person'>();
  const { guardian } = person;
  await tx
    .tables<PeopleTables>()
    .insertInto('people.persons')
    .values({
      county_id: tx.countyId,
      id,
      name: person.name,
      display_name: person.displayName ?? person.name,
      title: person.title ? JSON.stringify(person.title) : null,
      language: person.language ?? tx.ctx.county.languages[0] ?? 'zh-CN',
      email: person.email ?? null,
      phone: phoneOrRefuse(tx, person.phone, '/phone'),
      place_id: person.placeId ?? null,
      is_child: Boolean(guardian),
      guardian_name: guardian?.name ?? null,
      guardian_phone: phoneOrRefuse(tx, guardian?.phone, '/guardian/phone'),
      guardian_agreed_at: guardian?.agreedAt ?? null,
      made_at: tx.at,
      changed_at: tx.at,
    })
    .execute();
  return (await personById(tx, id)) ?? refuse('NotFound');
}

/** The number in its stored form. Refuses: PhoneNotUnderstood (422). */
export function phoneOrRefuse(tx: Tx, typed: string | null | undefined, path: string): string | null {
  if (typed === null || typed === undefined || typed.trim() === '') return null;
  return (
    phoneForm(tx.ctx.county, typed) ??
    refuse('PhoneNotUnderstood', {}, [{ path, code: 'invalid_format', detail: { expected: 'phone' } }])
  );
}
