import { systemActor } from '#platform/actor';
import { dueBy } from '#platform/due';
import { emit } from '#platform/events';
import type { Recurring } from '#platform/recurring';
import type { WordIndex } from '#platform/manifest';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { ownWordsChanged } from '../events.ts';
import { readTree } from '../place-queries.ts';
import { treeOf } from '../tree/forest.ts';
import { foldText, NameFinder } from './name-finder.ts';
import { takeOwnWords } from './own-words.ts';
import { namesInTree } from './place-names.ts';

/** How far the county's own words have come into its indexes. `waiting`: names changed, the work has not begun. */
export interface WordsRenewal {
  readonly state: 'at-rest' | 'waiting' | 'under-way';
  /** Things looked at, of so many. */
  readonly done: number;
  readonly total: number;
  /** When it came to an end the last time; null: never. */
  readonly endedAt: Date | null;
}

interface Row {
  readonly known: string[] | null;
  readonly wanted: string[] | null;
  readonly index: string | null;
  readonly after: string | null;
  readonly done: number;
  readonly total: number;
  readonly due: boolean;
  readonly endedAt: Date | null;
}

const columns = `known, wanted, at_index as index, after, done, total, due, ended_at as "endedAt"`;
const atOnce = 200;
const slicesATurn = 100;
const actor = systemActor('places.renew-words');

/** Says that the county's own names may have changed; the worker looks which, and brings them into the indexes. */
export async function ownNamesChanged(tx: Tx): Promise<void> {
  await tx.named(
    'places.own-words-due',
    'insert into places.own_words (county_id, due) values ($1, true) on conflict (county_id) do update set due = true',
    [tx.countyId],
  );
}

/** How far it has come. */
export async function wordsRenewal(tx: Tx): Promise<WordsRenewal> {
  const [row] = await tx.named<Row>(
    'places.words-renewal',
    `select ${columns} from places.own_words where county_id = $1`,
    [tx.countyId],
  );
  const state = !row || (row.wanted === null && row.due) ? 'waiting' : row.wanted === null ? 'at-rest' : 'under-way';
  return { state, done: row?.done ?? 0, total: row?.total ?? 0, endedAt: row?.endedAt ?? null };
}

/** Brings changed names of the county into its indexes of words, so many things at a time; it goes on where it was when the program stopped. Questions are cut by the new names once every index holds them. */
export const renewWords: Recurring = {
  name: 'places.renew-words',
  everySeconds: 5,
  soonAfterStart: true,
  due: dueBy('places.due_words'),
  async run(ctx, signal) {
    if (treeOf(ctx.app, ctx.county.id).root === undefined || !(await begin(ctx))) return;
    // What is cut here is cut with the new names, or not at all: this process may not have heard of them.
    await takeOwnWords(ctx.app, ctx.county);
    for (let slice = 0; slice < slicesATurn && !signal.aborted; slice += 1) if (await goOn(ctx)) return;
  },
};

/** Looks which names there are now, in the database, as this process may not have heard of the latest change of places: what is cut from here on is cut with the new ones too. Answers whether there is something to bring in. */
const begin = (ctx: Ctx): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const row = await lockedRow(tx);
    if (row.wanted !== null) return true;
    const places = namesInTree(await readTree(tx));
    const wanted = await namesNow(tx, places);
    // What an older version of the program cut knew the places alone.
    const known = row.known ?? [...places].toSorted();
    const isSame = isLike(known, wanted);
    const total = isSame ? row.total : await things(tx);
    const fresh = { wanted: isSame ? null : wanted, index: null, after: null, done: isSame ? row.done : 0, total };
    await store(tx, { ...row, ...fresh, known, due: false });
    if (!isSame || row.known === null) await told(tx);
    return !isSame;
  });

/** The next slice of an index, or the end. Answers whether it was the end. */
const goOn = (ctx: Ctx): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const row = await lockedRow(tx);
    if (row.wanted === null) return true;
    const index = indexAt(tx, row.index);
    if (index === undefined) {
      const atRest = { known: row.wanted, wanted: null, index: null, after: null };
      await store(tx, { ...row, ...atRest, done: row.total, endedAt: tx.at });
      await told(tx);
      return true;
    }
    const finder = new NameFinder(changed(row.known ?? [], row.wanted));
    const { seen, last } = await index.renew(tx, {
      after: row.after,
      most: atOnce,
      spellings: finder.spellings,
      holds: (text) => finder.isIn(foldText(text)),
    });
    const next = last === null ? { index: nameAfter(tx, index), after: null } : { index: index.name, after: last };
    await store(tx, { ...row, ...next, done: Math.min(row.total, row.done + seen) });
    return false;
  });

const indexes = (tx: Tx): WordIndex[] => tx.ctx.app.modules.flatMap((module) => module.wordIndexes ?? []);
const atEnd = '-';
const indexAt = (tx: Tx, name: string | null): WordIndex | undefined =>
  name === null ? indexes(tx)[0] : indexes(tx).find((one) => one.name === name);
const nameAfter = (tx: Tx, index: WordIndex): string => indexes(tx)[indexes(tx).indexOf(index) + 1]?.name ?? atEnd;

async function things(tx: Tx): Promise<number> {
  let total = 0;
  for (const index of indexes(tx)) total += await index.count(tx);
  return total;
}

async function namesNow(tx: Tx, places: ReadonlySet<string>): Promise<string[]> {
  const names = new Set(places);
  for (const { localNames } of tx.ctx.app.modules) for (const name of (await localNames?.(tx)) ?? []) names.add(name);
  return [...names].toSorted();
}

const isLike = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');

function changed(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((name) => !is.has(name)), ...after.filter((name) => !was.has(name))];
}

const told = (tx: Tx): Promise<void> =>
  emit(tx, ownWordsChanged, actor, { placeId: found(treeOf(tx.ctx.app, tx.countyId).root).id });

async function lockedRow(tx: Tx): Promise<Row> {
  await tx.named(
    'places.first-own-words',
    'insert into places.own_words (county_id) values ($1) on conflict do nothing',
    [tx.countyId],
  );
  const [row] = await tx.named<Row>(
    'places.lock-own-words',
    `select ${columns} from places.own_words where county_id = $1 for update`,
    [tx.countyId],
  );
  return found(row);
}

const store = (tx: Tx, { known, wanted, index, after, done, total, due, endedAt }: Row): Promise<unknown> =>
  tx.named(
    'places.store-own-words',
    `update places.own_words set known = $2, wanted = $3, at_index = $4, after = $5, done = $6, total = $7, due = $8, ended_at = $9
       where county_id = $1`,
    [tx.countyId, known, wanted, index, after, done, total, due, endedAt],
  );
