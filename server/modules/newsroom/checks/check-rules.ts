import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { together } from '#platform/together';
import { isLiving, placesOf, subtree, today } from '#places';
import type { CheckRulesView } from '../contract.ts';
import { lexiconTerms } from './lexicon-queries.ts';
import { switchedOffChecks } from './switch-check.ts';

/** What the checks need to know of this county: what is off, its living terms, its places as they are called today. */
export const checkRules = (ctx: Ctx, actor: Actor): Promise<CheckRulesView> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'lexicon.read');
    return rulesHere(tx);
  });

async function rulesHere(tx: Tx): Promise<CheckRulesView> {
  const [terms, off] = await together(lexiconTerms(tx), switchedOffChecks(tx));
  return {
    off: off.map(({ check }) => check),
    terms: terms
      .filter(({ endedAt }) => endedAt === null)
      .map(({ term, wrongForms }) => ({ term, wrongForms: [...wrongForms] })),
    placeNames: { 'zh-CN': placeNames(tx, 'zh-CN'), en: placeNames(tx, 'en') },
  };
}

function placeNames(tx: Tx, language: 'zh-CN' | 'en'): string[] {
  const { root } = placesOf(tx);
  const day = today(tx);
  const places = root ? subtree(tx, root.id).filter((place) => isLiving(place, day)) : [];
  return [...new Set(places.flatMap(({ name }) => name[language] ?? []))];
}
