import type { Recurring } from '#platform/jobs';
import type { SearchDocument } from '#platform/manifest';
import type { Ctx } from '#platform/transaction';
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

/** The search's work by the clock. */
export const renewSearch: Recurring = {
  name: 'portal.renew-search',
  everySeconds: 60,
  soonAfterStart: true,
  async run(ctx) {
    for (let turn = 0; turn < turns; turn += 1) if ((await renewSome(ctx)) < atOnce) return;
  },
};
