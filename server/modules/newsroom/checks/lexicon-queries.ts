import { displayNames } from '#people';
import { found } from '#platform/refuse';
import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { wordsRenewal } from '#places';
import type { LexiconRenewalView, LexiconTermView } from '../contract.ts';

/** A name or term as the county writes it. */
export interface LexiconTerm {
  readonly id: string;
  readonly term: string;
  readonly kind: LexiconTermView['kind'];
  readonly wrongForms: readonly string[];
  readonly note: string;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly endedAt: Date | null;
}

const columns = `id, term, kind, wrong_forms as "wrongForms", note, version, changed_by as "changedBy", changed_at as "changedAt", ended_at as "endedAt"`;

/** The whole lexicon, ended terms too, by term. */
export const lexiconTerms = (tx: Tx): Promise<LexiconTerm[]> =>
  tx.named<LexiconTerm>(
    'newsroom.lexicon',
    `select ${columns} from newsroom.lexicon_terms where county_id = $1 order by term, id`,
    [tx.countyId],
  );

/** The words of the living terms: each is one word wherever texts are searched. */
export async function lexiconWords(tx: Tx): Promise<string[]> {
  const rows = await tx.named<{ term: string }>(
    'newsroom.lexicon-words',
    'select term from newsroom.lexicon_terms where county_id = $1 and ended_at is null',
    [tx.countyId],
  );
  return rows.map(({ term }) => term);
}

/** How far the search knows the lexicon. */
export const readLexiconRenewal = (ctx: Ctx, actor: Actor): Promise<LexiconRenewalView> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'lexicon.read');
    const { endedAt, ...renewal } = await wordsRenewal(tx);
    return { ...renewal, endedAt: endedAt?.toISOString() ?? null };
  });

/** A term with its row locked, or 404. */
export async function termForUpdate(tx: Tx, id: string): Promise<LexiconTerm> {
  const [row] = await tx.named<LexiconTerm>(
    'newsroom.lexicon-term',
    `select ${columns} from newsroom.lexicon_terms where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Living terms with one of these words, locked, by the words. */
export async function livingTerms(tx: Tx, terms: readonly string[]): Promise<Map<string, LexiconTerm>> {
  const rows = await tx.named<LexiconTerm>(
    'newsroom.living-terms',
    `select ${columns} from newsroom.lexicon_terms where county_id = $1 and term = any($2) and ended_at is null order by id for update`,
    [tx.countyId, terms],
  );
  return new Map(rows.map((row) => [row.term, row]));
}

/** The whole lexicon as screens see it. */
export const readLexicon = (ctx: Ctx, actor: Actor): Promise<LexiconTermView[]> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'lexicon.read');
    return lexiconViews(tx, await lexiconTerms(tx));
  });

/** Terms as screens see them. */
export async function lexiconViews(tx: Tx, terms: readonly LexiconTerm[]): Promise<LexiconTermView[]> {
  const names = await displayNames(
    tx,
    terms.map(({ changedBy }) => changedBy),
  );
  return terms.map(({ endedAt, changedBy, changedAt, wrongForms, ...term }) => ({
    ...term,
    wrongForms: [...wrongForms],
    ended: endedAt !== null,
    changedBy: { id: changedBy, name: names.get(changedBy) ?? '' },
    changedAt: changedAt.toISOString(),
  }));
}
