import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { countyForUpdate, writeCounty } from '#platform/change-county';
import type { CountyFacts } from '#platform/change-county';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CountyChange, SettingsView } from '../contract.ts';
import { countyChanged } from '../events.ts';
import { settingsView } from '../settings-view.ts';

/** Changes what stands on every public page: name, publisher, telephone, languages. Every process reads the county again and forgets its pages.
 *  Refuses: StaleVersion (409) when somebody else changed it since it was read; BadRequest (400) for a language without name or publisher. */
export async function changeCounty(ctx: Ctx, actor: Actor, change: CountyChange): Promise<SettingsView> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'setting.change', { placeId: rootPlace(tx).id });
    const before = await countyForUpdate(tx);
    const { read, ...facts } = change;
    mustBeAsRead(before, read);
    const after: CountyFacts = {
      name: facts.name ?? before.name,
      publisher: facts.publisher ?? before.publisher,
      phone: facts.phone ?? before.phone,
      languages: facts.languages ?? before.languages,
    };
    mustHaveWords(after);
    await writeCounty(tx, after);
    const what = Object.keys(facts);
    await audit(tx, actor, { act: 'county.change', noun: 'county', subjectId: String(tx.countyId), detail: { what } });
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what });
  });
  return settingsView(ctx, actor);
}

function mustHaveWords(facts: CountyFacts): void {
  for (const language of facts.languages)
    for (const what of ['name', 'publisher'] as const)
      if (!facts[what][language]) refuse('BadRequest', {}, [{ path: `/${what}/${language}`, code: 'required' }]);
}
