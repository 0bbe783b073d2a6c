import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import type { Words } from '#platform/county';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CountyChange, SettingsView } from '../contract.ts';
import { countyChanged } from '../events.ts';
import { settingsView } from '../settings-view.ts';

interface CountyRow {
  name: Words;
  publisher: Words;
  phone: string;
  languages: string[];
}

/** Changes what stands on every public page: name, publisher, telephone, languages. Every process reads the county again and forgets its pages.
 *  Refuses: StaleVersion (409) when somebody else changed it since it was read; BadRequest (400) for a language without name or publisher. */
export async function changeCounty(ctx: Ctx, actor: Actor, change: CountyChange): Promise<SettingsView> {
  const { app } = ctx;
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'setting.change', { placeId: rootPlace(tx).id });
    const [row] = await tx.named<CountyRow>(
      'operations.county-for-update',
      'select name, publisher, phone, languages from platform.counties where id = $1 for update',
      [tx.countyId],
    );
    const before = row ?? refuse('NotFound');
    const { read, ...facts } = change;
    if (!isSame(before, read)) refuse('StaleVersion', { county: before });
    const after = { ...before, ...facts };
    for (const language of after.languages)
      for (const what of ['name', 'publisher'] as const)
        if (!after[what][language as 'en'])
          refuse('BadRequest', {}, [{ path: `/${what}/${language}`, code: 'required' }]);
    await tx.named(
      'operations.change-county',
      'update platform.counties set name = $2, publisher = $3, phone = $4, languages = $5 where id = $1',
      [tx.countyId, JSON.stringify(after.name), JSON.stringify(after.publisher), after.phone, after.languages],
    );
    await audit(tx, actor, {
      act: 'county.change',
      noun: 'county',
      subjectId: String(tx.countyId),
      detail: { what: Object.keys(facts) },
    });
    // PostgreSQL tells the other processes at commit; this one does not wait for the word.
    await tx.client.query(`select pg_notify('xiangyin_counties', '')`);
    tx.afterCommit(() => app.counties.reload());
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what: Object.keys(facts) });
  });
  return settingsView(ctx, actor);
}

const isSame = (row: CountyRow, read: CountyChange['read']): boolean =>
  canonical(row) === canonical({ ...read, languages: [...read.languages] });

const canonical = ({ name, publisher, phone, languages }: CountyRow): string =>
  JSON.stringify([name['zh-CN'], name.en, publisher['zh-CN'], publisher.en, phone, languages]);
