import { placeNames } from '#places';
import type { Command } from '#platform/manifest';
import type { Ctx } from '#platform/transaction';
import { learnSounds } from './learn-sounds.ts';
import { indexDocument } from './search-documents.ts';

/** Puts every public thing of the county into the search anew. */
export async function rebuildSearch(ctx: Ctx): Promise<number> {
  return ctx.transaction(async (tx) => {
    await tx.client.query('delete from portal.search_documents where county_id = $1', [tx.countyId]);
    await tx.client.query('delete from portal.search_sounds where county_id = $1', [tx.countyId]);
    await learnSounds(tx, placeNames(tx));
    let indexed = 0;
    for (const searchable of ctx.app.modules.flatMap((module) => module.searchable ?? []))
      for (const document of await searchable.documents(tx, 'all')) {
        await indexDocument(tx, document);
        indexed += 1;
      }
    return indexed;
  });
}

/** `cli search rebuild`. */
export const searchRebuild: Command = {
  name: 'search rebuild',
  summary: '重建搜索索引 · Build the search index anew',
  usage: 'search rebuild [--county=<slug>]',
  async run({ inCounty, say }) {
    say(`✓ ${await inCounty(rebuildSearch)} 条 · documents`);
    return 0;
  },
};
