import { placeNames } from '#places';
import type { App } from '#platform/app';
import type { Recurring } from '#platform/jobs';
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

const learntBy = new WeakMap<App, Map<number, string>>();

// The names of places change seldom: asked of the table only when they are others than the last time.
async function learnPlaceNames(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const learnt = learntBy.get(ctx.app) ?? new Map<number, string>();
    learntBy.set(ctx.app, learnt);
    const names = [...placeNames(tx)].join(' ');
    if (learnt.get(tx.countyId) === names) return;
    await learnSounds(tx, placeNames(tx));
    tx.afterCommit(() => void learnt.set(tx.countyId, names));
  });
}

/** The search's work by the clock. */
export const renewSearch: Recurring = {
  name: 'portal.renew-search',
  everySeconds: 60,
  soonAfterStart: true,
  async run(ctx) {
    await learnPlaceNames(ctx);
    for (let turn = 0; turn < turns; turn += 1) if ((await renewSome(ctx)) < atOnce) return;
  },
};
