import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Term, TermLine, TermRef } from '../contract.ts';

/** All words of the county's lists, in order. */
export const termsOf = (tx: Tx): Promise<{ kind: Term['kind']; key: string; name: Words; position: number }[]> =>
  tx.named(
    'volunteering.terms',
    'select kind, key, name, position from volunteering.terms where county_id = $1 order by kind, position, key',
    [tx.countyId],
  );

// What stands under a word: services with it in their present facts, offered or not; volunteers, those who left too; teams, closed ones too.
const uses = `(select count(*)::int from volunteering.services s where s.county_id = t.county_id and case t.kind
       when 'group' then s.group_key = t.key when 'skill' then s.facts -> 'skills' ? t.key when 'training' then coalesce(s.facts -> 'trainings' ? t.key, false)
       else (s.facts -> 'licences' ? t.key or s.facts -> 'licencesOfAll' ? t.key) end) as services,
  (select count(*)::int from volunteering.volunteers v where v.county_id = t.county_id and case t.kind when 'skill' then t.key = any(v.skills)
       when 'licence' then exists (select 1 from volunteering.volunteer_licences l where l.county_id = v.county_id and l.person_id = v.person_id and l.licence = t.key)
       when 'training' then exists (select 1 from volunteering.gathering_guests p join volunteering.gatherings g on g.county_id = p.county_id and g.id = p.gathering_id
         where p.county_id = v.county_id and p.person_id = v.person_id and p.present_at is not null and g.training = t.key)
       else false end) as volunteers,
  (select count(*)::int from volunteering.teams m where m.county_id = t.county_id and t.kind = 'skill' and t.key = any(m.skills)) as teams`;

type Uses = NonNullable<TermLine['usedBy']>;

/** How many things stand under each word, by `kind:key`. */
export async function termUses(tx: Tx): Promise<Map<string, Uses>> {
  const rows = await tx.named<TermRef & Uses>(
    'volunteering.term-uses',
    `select t.kind, t.key, ${uses} from volunteering.terms t where t.county_id = $1`,
    [tx.countyId],
  );
  return new Map(
    rows.map(({ kind, key, services, volunteers, teams }) => [`${kind}:${key}`, { services, volunteers, teams }]),
  );
}

/** The word, locked, or 404. */
export const termForUpdate = async (tx: Tx, { kind, key }: TermRef): Promise<unknown> =>
  found(
    (
      await tx.named(
        'volunteering.term-lock',
        'select 1 from volunteering.terms where county_id = $1 and kind = $2 and key = $3 for update',
        [tx.countyId, kind, key],
      )
    )[0],
  );

/** Takes a word off the county's lists; asks nobody. */
export const forgetTerm = (tx: Tx, { kind, key }: TermRef): Promise<unknown> =>
  tx.named(
    'volunteering.forget-term',
    'delete from volunteering.terms where county_id = $1 and kind = $2 and key = $3',
    [tx.countyId, kind, key],
  );

/** Names of one kind, key → words. */
export async function termNames(tx: Tx, kind: Term['kind']): Promise<Map<string, Words>> {
  return new Map((await termsOf(tx)).filter((term) => term.kind === kind).map((term) => [term.key, term.name]));
}

/** Writes a word of the county's lists, or changes it; asks nobody (verbs and seeds do). */
export const setTerm = (
  tx: Tx,
  term: { kind: Term['kind']; key: string; name: Words; position: number },
): Promise<unknown> =>
  tx.named(
    'volunteering.set-term',
    `insert into volunteering.terms (county_id, kind, key, name, position) values ($1, $2, $3, $4, $5)
     on conflict (county_id, kind, key) do update set name = excluded.name, position = excluded.position`,
    [tx.countyId, term.kind, term.key, JSON.stringify(term.name), term.position],
  );
