import type { App } from '#platform/app';
import type { County } from '#platform/county';
import type { PlaceTree } from '#platform/permits';
import { inCounty } from '#platform/transaction';
import type { Tx } from '#platform/transaction';
import { readTree } from '../place-queries.ts';
import { CountyTree } from './county-tree.ts';

const empty = new CountyTree(0, []);

/** The trees of all counties, in the memory of this process; the kernel asks it for positions. */
class Forest implements PlaceTree {
  readonly #trees = new Map<number, CountyTree>();
  of(countyId: number): CountyTree {
    return this.#trees.get(countyId) ?? empty;
  }
  /** Takes a newer state; an older one that arrives late is dropped. */
  plant(countyId: number, tree: CountyTree): void {
    if (tree.revision >= this.of(countyId).revision) this.#trees.set(countyId, tree);
  }
  covers(countyId: number, above: string, place: string): boolean {
    return this.of(countyId).covers(above, place);
  }
  range(countyId: number, id: string): readonly [number, number] | undefined {
    const place = this.of(countyId).byId(id);
    return place && [place.lo, place.hi];
  }
}

const forests = new WeakMap<App, Forest>();

/** Reads every county's tree and gives them to the kernel, forgetting what was there; the module's start, and where an installation was emptied. */
export async function plantForest(app: App): Promise<void> {
  const forest = new Forest();
  forests.set(app, forest);
  app.permits.useTree(forest);
  for (const county of app.counties.all()) await plantTree(app, county);
}

/** Reads a county's tree again: another process changed it. */
export async function replant(app: App, countyId: number): Promise<void> {
  const county = app.counties.byId(countyId);
  if (county) await plantTree(app, county);
}

/** Reads the tree of a county, also of one that this process does not answer for yet. */
export async function plantTree(app: App, county: County): Promise<void> {
  const tree = await inCounty(app, county, (ctx) => ctx.transaction(readTree));
  forests.get(app)?.plant(county.id, tree);
}

/** Puts the tree that this transaction made in place of the old one, after its commit and before its answer. */
export const plantAfterCommit = (tx: Tx, tree: CountyTree): void =>
  tx.afterCommit(() => forests.get(tx.ctx.app)?.plant(tx.countyId, tree));

/** The county's tree as this process holds it. */
export const treeOf = (app: App, countyId: number): CountyTree => forests.get(app)?.of(countyId) ?? empty;
