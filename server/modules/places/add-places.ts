import type { Words } from '#platform/county';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { treeForUpdate } from './place-queries.ts';
import type { CountyTree } from './tree/county-tree.ts';
import type { Place } from './tree/place.ts';
import { writeTree } from './tree/write-tree.ts';

/** A place to be added; the parent is named by its code, `null` makes the root. */
export interface NewPlace {
  readonly level: string;
  readonly parentCode: string | null;
  readonly code?: string | null;
  readonly localCode?: string | null;
  readonly name: Words;
  readonly validFrom: string;
  readonly xKm?: number | null;
  readonly yKm?: number | null;
  readonly population?: number | null;
}

/** Adds places, parents before children, and numbers the tree once. For imports and seeds; says nothing and asks nobody. Returns the new tree. */
export async function addPlaces(tx: Tx, added: readonly NewPlace[]): Promise<CountyTree> {
  const before = await treeForUpdate(tx);
  const ids = new Map<string, string>();
  const wanted = [...before.places];
  for (const one of added) {
    const parentId =
      one.parentCode === null
        ? null
        : (ids.get(one.parentCode) ??
          before.byCode(one.parentCode)?.id ??
          refuse('UnknownParent', { code: one.parentCode }));
    const place = blank(newId<'place'>(), parentId, one);
    for (const code of [place.code, place.localCode]) if (code !== null) ids.set(code, place.id);
    wanted.push(place);
  }
  return writeTree(tx, before, wanted);
}

const blank = (id: string, parentId: string | null, one: NewPlace): Place => ({
  id,
  parentId,
  level: one.level,
  depth: 0,
  code: one.code ?? null,
  localCode: one.localCode ?? null,
  name: one.name,
  lo: 0,
  hi: 0,
  validFrom: one.validFrom,
  validTo: null,
  xKm: one.xKm ?? null,
  yKm: one.yKm ?? null,
  population: one.population ?? null,
});
