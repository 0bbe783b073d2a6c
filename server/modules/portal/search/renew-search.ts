import { placeNames, treeOf } from '#places';
import type { App } from '#platform/app';
import { dueBy } from '#platform/due';
import type { Recurring } from '#platform/recurring';
import type { SearchDocument } from '#platform/manifest';
import type { Ctx } from '#platform/transaction';
import { learnSounds } from './learn-sounds.ts';
import { reindex, searchForm } from './search-documents.ts';

const atOnce = 200;
const turns = 20;

/** Cuts anew what was indexed by an older form, some hundred things at a time: after an upgrade nobody has to remember `cli search rebuild`. Answers how many were left over. */
async function renewSome(ctx: Ctx): Promise<number> {
  return ctx.transaction(async (tx) => {
    const old = await tx.named<{ kind: SearchDocument['kind']; id: string }>(
      'portal.of-older-form',
      'select distinct kind, id from portal.search_documents where county_id = $1 and form < $2 order by kind, id limit $3',
      [tx.countyId, searchForm, atOnce],
    );
    for (const kind of new Set(old.map((one) => one.kind)))
      await reindex(
        tx,
        kind,
        old.filter((one) => one.kind === kind).map((one) => one.id),
      );
    return old.length;
  });
}

const learntBy = new WeakMap<App, Map<number, ReturnType<typeof treeOf>>>();

// A county's places change seldom: the table is asked only when its tree is another than the last time.
async function learnPlaceNames(ctx: Ctx): Promise<void> {
  const { app, county } = ctx;
  const learnt = learntBy.get(app) ?? new Map<number, ReturnType<typeof treeOf>>();
  learntBy.set(app, learnt);
  const tree = treeOf(app, county.id);
  if (learnt.get(county.id) === tree) return;
  await ctx.transaction((tx) => learnSounds(tx, placeNames(tx)));
  learnt.set(county.id, tree);
}

/** How the names of places sound, learnt when they are others. */
export const learnPlaces: Recurring = {
  name: 'portal.learn-places',
  everySeconds: 60,
  soonAfterStart: true,
  run: learnPlaceNames,
};

/** What was indexed by an older form is indexed anew. */
export const renewSearch: Recurring = {
  name: 'portal.renew-search',
  everySeconds: 60,
  soonAfterStart: true,
  due: dueBy('portal.due_search', searchForm),
  async run(ctx) {
    for (let turn = 0; turn < turns; turn += 1) if ((await renewSome(ctx)) < atOnce) return;
  },
};
