import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { inCounty } from '#platform/transaction';
import type { Tx } from '#platform/transaction';
import type { CountyTree } from '../tree/county-tree.ts';
import { treeOf } from '../tree/forest.ts';
import { NameFinder } from './name-finder.ts';
import { wordsOfText } from './cut-words.ts';
import { namesInTree } from './place-names.ts';

/** What the database says of a county's own words. */
export interface OwnWordsRow {
  readonly known: readonly string[] | null;
  readonly wanted: readonly string[] | null;
}
interface Finders {
  readonly tree: CountyTree;
  /** Names that every index holds whole: by these questions are cut. */
  readonly asked: NameFinder;
  /** Names that are written into the indexes: also those that are being brought in. */
  readonly written: NameFinder;
}

const neverLooked: OwnWordsRow = { known: null, wanted: null };

/** The own words of all counties, in the memory of this process. */
class OwnWords {
  readonly #rows = new Map<number, OwnWordsRow>();
  readonly #finders = new Map<number, Finders>();
  readonly #taken = new Map<number, number>();
  #turn = 0;

  nextTurn(): number {
    return (this.#turn += 1);
  }
  /** Takes what was read; what was asked for earlier and arrives later is dropped. */
  take(countyId: number, turn: number, row: OwnWordsRow): void {
    if (turn < (this.#taken.get(countyId) ?? 0)) return;
    this.#taken.set(countyId, turn);
    this.#rows.set(countyId, row);
    this.#finders.delete(countyId);
  }
  of(countyId: number, tree: CountyTree): Finders {
    const present = this.#finders.get(countyId);
    if (present?.tree === tree) return present;
    const made = findersOf(this.#rows.get(countyId) ?? neverLooked, tree);
    this.#finders.set(countyId, made);
    return made;
  }
}

function findersOf({ known, wanted }: OwnWordsRow, tree: CountyTree): Finders {
  const places = namesInTree(tree);
  const asked = new NameFinder(known ?? places);
  const written = new NameFinder([...places, ...(known ?? []), ...(wanted ?? [])]);
  // At rest one serves for both.
  return { tree, asked, written: written.isLike(asked) ? asked : written };
}

const held = new WeakMap<App, OwnWords>();

function ownWords(app: App): OwnWords {
  const present = held.get(app) ?? new OwnWords();
  held.set(app, present);
  return present;
}

/** Reads a county's own words into the memory of this process: at the start, and whenever they changed. */
export const takeOwnWords = (app: App, county: County): Promise<void> =>
  inCounty(app, county, async (ctx) => {
    const words = ownWords(app);
    const turn = words.nextTurn();
    words.take(county.id, turn, await ctx.transaction(readOwnWords));
  });

async function readOwnWords(tx: Tx): Promise<OwnWordsRow> {
  const [row] = await tx.named<OwnWordsRow>(
    'places.own-words',
    'select known, wanted from places.own_words where county_id = $1',
    [tx.countyId],
  );
  return row ?? neverLooked;
}

const findersIn = (tx: Tx): Finders => ownWords(tx.ctx.app).of(tx.countyId, treeOf(tx.ctx.app, tx.countyId));

/** The names by which this county's questions are cut. */
export const askedNames = (tx: Tx): NameFinder => findersIn(tx).asked;

/** The words of a text of this county for an index, its own names whole. */
export const cutWords = (tx: Tx, text: string): string[] => wordsOfText(findersIn(tx).written, text);
