import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ServiceFacts, TermRef } from '../contract.ts';

/** A word that somebody wants to use, and the field it was given in. */
export interface UsedTerm extends TermRef {
  readonly path: string;
}

/** Refuses words that are not on the county's lists, naming each field: BadRequest (400). They stay on the lists until the transaction ends: nobody takes one away in the same moment. */
export async function mustBeKnownTerms(tx: Tx, used: readonly UsedTerm[]): Promise<void> {
  if (used.length === 0) return;
  const rows = await tx.named<TermRef>(
    'volunteering.known-terms',
    `select t.kind, t.key from volunteering.terms t join unnest($2::text[], $3::text[]) u(kind, key) on u.kind = t.kind and u.key = t.key
      where t.county_id = $1 for share of t`,
    [tx.countyId, used.map((one) => one.kind), used.map((one) => one.key)],
  );
  const unknown = used.filter(({ kind, key }) => !rows.some((row) => row.kind === kind && row.key === key));
  if (unknown.length > 0)
    refuse(
      'BadRequest',
      {},
      unknown.map(({ path }) => ({ path, code: 'invalid_value' })),
    );
}

/** These keys of one kind, as they stand in the list at `path`; those that were used before need no second look. */
export const termsAt = (
  kind: TermRef['kind'],
  keys: readonly string[] | undefined,
  path: (at: number) => string,
  before: readonly string[] = [],
): UsedTerm[] => (keys ?? []).flatMap((key, at) => (before.includes(key) ? [] : [{ kind, key, path: path(at) }]));

const kindOf = { skills: 'skill', licences: 'licence', licencesOfAll: 'licence', trainings: 'training' } as const;

/** The skills, licences and trainings that a service asks for. */
export const termsOfFacts = (facts: ServiceFacts | undefined, before?: ServiceFacts): UsedTerm[] =>
  (['skills', 'licences', 'licencesOfAll', 'trainings'] as const).flatMap((field) =>
    termsAt(kindOf[field], facts?.[field], (at) => `/facts/${field}/${at}`, before?.[field]),
  );
