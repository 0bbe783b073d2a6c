import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { ownNamesChanged, rootPlace } from '#places';
import type { LexiconTermView, NewLexiconTerm } from '../contract.ts';
import { lexiconViews, termForUpdate, type LexiconTerm } from './lexicon-queries.ts';

/** What changes about a term; left out: it stays. */
export interface TermChange {
  readonly termId: string;
  readonly version: number;
  readonly term?: string | undefined;
  readonly kind?: LexiconTermView['kind'] | undefined;
  readonly wrongForms?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly ended?: boolean | undefined;
}

/** Adds a name or term to the county's lexicon. Refuses: TermTaken (409). */
export async function addTerm(ctx: Ctx, actor: Actor, request: NewLexiconTerm): Promise<LexiconTermView> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'lexicon.write', { placeId: rootPlace(tx).id });
    const id = (await insertTerm(tx, actor, request)) ?? refuse('TermTaken', {}, [{ path: '/term', code: 'taken' }]);
    await ownNamesChanged(tx);
    await audit(tx, actor, { act: 'lexicon.add', noun: 'lexicon', subjectId: id });
    return viewOf(tx, await termForUpdate(tx, id));
  });
}

/** Changes a term, ends it or takes it up again. Refuses: StaleVersion (409), TermTaken (409) when a living one has these words. */
export async function changeTerm(ctx: Ctx, actor: Actor, request: TermChange): Promise<LexiconTermView> {
  return ctx.transaction(async (tx) => {
    const before = await termForUpdate(tx, request.termId);
    must(tx, actor, 'lexicon.write', { placeId: rootPlace(tx).id });
    mustBeAsRead(before.version, request.version);
    const term = request.term ?? before.term;
    const endedAt = request.ended === undefined ? before.endedAt : request.ended ? (before.endedAt ?? tx.at) : null;
    if (endedAt === null && (await isTaken(tx, term, before.id)))
      refuse('TermTaken', {}, [{ path: '/term', code: 'taken' }]);
    await storeTerm(tx, actor, { ...before, ...given(request), term, endedAt });
    await ownNamesChanged(tx);
    await audit(tx, actor, { act: 'lexicon.change', noun: 'lexicon', subjectId: before.id });
    return viewOf(tx, await termForUpdate(tx, before.id));
  });
}

const given = ({ kind, wrongForms, note }: TermChange) => ({
  ...(kind === undefined ? {} : { kind }),
  ...(wrongForms === undefined ? {} : { wrongForms }),
  ...(note === undefined ? {} : { note }),
});

async function viewOf(tx: Tx, term: LexiconTerm): Promise<LexiconTermView> {
  const [view] = await lexiconViews(tx, [term]);
  return found(view);
}

async function isTaken(tx: Tx, term: string, exceptId: string): Promise<boolean> {
  const rows = await tx.named(
    'newsroom.term-taken',
    'select 1 from newsroom.lexicon_terms where county_id = $1 and term = $2 and id <> $3 and ended_at is null',
    [tx.countyId, term, exceptId],
  );
  return rows.length > 0;
}

/** Writes a new term; null when a living one has the same words. */
export async function insertTerm(tx: Tx, actor: Actor, request: NewLexiconTerm): Promise<string | null> {
  const id = newId<'lexicon-term'>();
  const added = await tx.client.query(
    `insert into newsroom.lexicon_terms (county_id, id, term, kind, wrong_forms, note, version, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, 1, $7, $8) on conflict do nothing`,
    [tx.countyId, id, request.term, request.kind, wrongFormsOf(request), request.note, actor.id, tx.at],
  );
  return added.rowCount === 1 ? id : null;
}

/** Writes a term anew, as its next version. */
export async function storeTerm(tx: Tx, actor: Actor, term: LexiconTerm): Promise<void> {
  await tx.named(
    'newsroom.change-term',
    `update newsroom.lexicon_terms set term = $3, kind = $4, wrong_forms = $5, note = $6, ended_at = $7, version = version + 1, changed_by = $8, changed_at = $9
       where county_id = $1 and id = $2`,
    [tx.countyId, term.id, term.term, term.kind, wrongFormsOf(term), term.note, term.endedAt, actor.id, tx.at],
  );
}

/** Each form once; what is right cannot be wrong. */
export const wrongFormsOf = ({ term, wrongForms }: Pick<LexiconTerm, 'term' | 'wrongForms'>): string[] =>
  [...new Set(wrongForms)].filter((form) => form !== term);
