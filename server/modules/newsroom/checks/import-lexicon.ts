import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { ownNamesChanged, rootPlace } from '#places';
import type { lexiconImportResult, NewLexiconTerm } from '../contract.ts';
import { insertTerm, storeTerm, wrongFormsOf } from './arrange-lexicon.ts';
import { livingTerms, type LexiconTerm } from './lexicon-queries.ts';

type Result = z.infer<typeof lexiconImportResult>;

/** Takes many terms at once, as they come out of a table. A living term with the same words takes over kind, forms and note; the last of two lines for one term holds. */
export async function importLexicon(ctx: Ctx, actor: Actor, items: readonly NewLexiconTerm[]): Promise<Result> {
  return ctx.transaction(async (tx) => {
    const county = rootPlace(tx);
    must(tx, actor, 'lexicon.write', { placeId: county.id });
    const wanted = [...new Map(items.map((item) => [item.term, item])).values()];
    const living = await livingTerms(
      tx,
      wanted.map(({ term }) => term),
    );
    const result: Result = { added: 0, changed: 0, unchanged: 0 };
    for (const item of wanted) result[await take(tx, actor, item, living.get(item.term))] += 1;
    await ownNamesChanged(tx);
    await audit(tx, actor, {
      act: 'lexicon.import',
      noun: 'lexicon',
      subjectId: county.id,
      detail: { count: wanted.length },
    });
    return result;
  });
}

async function take(tx: Tx, actor: Actor, item: NewLexiconTerm, present?: LexiconTerm): Promise<keyof Result> {
  // Another may have added the same words since: then theirs stands.
  if (present === undefined) return (await insertTerm(tx, actor, item)) === null ? 'unchanged' : 'added';
  const isSame =
    present.kind === item.kind &&
    present.note === item.note &&
    present.wrongForms.join('\n') === wrongFormsOf(item).join('\n');
  if (isSame) return 'unchanged';
  await storeTerm(tx, actor, { ...present, ...item });
  return 'changed';
}
