import { codeOf, fold, isLiving, placeName, placesOf, rootPlace, today, withoutRank } from '#places';
import type { Place } from '#places';
import type { Tx } from '#platform/transaction';
import type { SearchResult } from '../page-contract.ts';

const most = 5;

/** Places that a question names: by name with or without its rank (大槐村, 大槐, Dahuai), or by a code, also one given up. From memory, so always as the tree is now. */
export function findPlaces(tx: Tx, question: string, terms: readonly string[]): SearchResult[] {
  const asked = fold(question);
  const tree = placesOf(tx);
  if (asked === '' || !tree.root) return [];
  const day = today(tx);
  const coded = tree.byCode(asked, day) ?? tree.byCode(question.trim(), day);
  if (coded) return [resultOf(tx, coded)];
  return tree.places
    .filter((place) => isLiving(place, day))
    .flatMap((place) => {
      const nearness = nearnessOf(place, asked, terms, place.id === rootPlace(tx).id);
      return nearness === 0 ? [] : [{ place, nearness }];
    })
    .toSorted((a, b) => b.nearness - a.nearness || a.place.depth - b.place.depth || a.place.lo - b.place.lo)
    .slice(0, most)
    .map(({ place }) => resultOf(tx, place));
}

// 3: the question is the name. 2: it holds the whole name. 1: one of its words is the name without its rank. The county's own name stands in many questions and means the county only alone.
function nearnessOf(place: Place, asked: string, terms: readonly string[], isRoot: boolean): number {
  let nearness = 0;
  for (const name of Object.values(place.name).flatMap((one) => (one ? [fold(one)] : []))) {
    const short = withoutRank(name);
    if (asked === name || asked === short) return 3;
    if (isRoot) continue;
    if (holds(asked, name)) nearness = 2;
    else if (nearness === 0 && short.length > 1 && (terms.includes(short) || (/\w/.test(short) && holds(asked, short))))
      nearness = 1;
  }
  return nearness;
}

// Latin names by whole words: 'dale' is not in 'Dalesford'.
const holds = (asked: string, name: string): boolean =>
  /[a-z]/.test(name) ? ` ${asked} `.includes(` ${name} `) : name.length > 1 && asked.includes(name);

function resultOf(tx: Tx, place: Place): SearchResult {
  const { language } = tx.ctx;
  return {
    kind: 'place',
    href: `/places/${codeOf(place)}`,
    title: placeName(place, language),
    language,
    excerpt: above(tx, place)
      .map((one) => placeName(one, language))
      .join(' · '),
    label: '',
    at: null,
  };
}

function above(tx: Tx, place: Place): Place[] {
  const parent = place.parentId ? placesOf(tx).byId(place.parentId) : undefined;
  return parent ? [...above(tx, parent), parent] : [];
}
