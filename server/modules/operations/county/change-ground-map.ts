import { groundMapIn, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { settingsForUpdate, writeSettings } from '#platform/change-county';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { GroundMapChange, SettingsView } from '../contract.ts';
import { countyChanged } from '../events.ts';
import { settingsView } from '../settings-view.ts';

/** 地图底图: sets where the ground under the county's maps comes from. Pages that stand open read it when they are opened again.
 *  Refuses: StaleVersion (409) when somebody else changed it since it was read; BadRequest (400) for tiles without the point from which kilometres are counted. */
export async function changeGroundMap(ctx: Ctx, actor: Actor, change: GroundMapChange): Promise<SettingsView> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'setting.change', { placeId: rootPlace(tx).id });
    const before = groundMapIn(await settingsForUpdate(tx));
    const { read, ...after } = change;
    mustBeAsRead(before, read);
    if (after.tiles !== '' && !after.origin) refuse('BadRequest', {}, [{ path: '/origin', code: 'required' }]);
    await writeSettings(tx, { groundMap: after });
    const names = ['tiles', 'labels', 'attribution', 'origin'] as const;
    const what = names.filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
    // Which, not what: an address may hold a key.
    await audit(tx, actor, {
      act: 'county.change-ground-map',
      noun: 'county',
      subjectId: String(tx.countyId),
      detail: { what },
    });
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what: ['groundMap'] });
  });
  return settingsView(ctx, actor);
}
