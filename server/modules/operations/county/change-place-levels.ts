import { mustBeInOwnLanguage, rootPlace, treeForUpdate } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { settingsForUpdate, writeSettings } from '#platform/change-county';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { PlaceLevelsChange, SettingsView } from '../contract.ts';
import { levelsInUse, ofDangerAndLevels } from '../danger-and-levels.ts';
import { countyChanged } from '../events.ts';
import { settingsView } from '../settings-view.ts';

type Levels = SettingsView['county']['placeLevels'];

/** 各级的叫法: sets the levels of places from the top, and what they are called. Places themselves stay as they are.
 *  Refuses: StaleVersion (409) when somebody else changed them since they were read; LevelsInUse (409) where one that a place has would be gone or stand elsewhere among the others, or something would stand above the county; BadRequest (400) for one without a word in the county's own language. */
export async function changePlaceLevels(ctx: Ctx, actor: Actor, change: PlaceLevelsChange): Promise<SettingsView> {
  await ctx.transaction(async (tx) => {
    const root = rootPlace(tx);
    must(tx, actor, 'setting.change', { placeId: root.id });
    // Before the county's row, and held: nobody makes a place of a level that goes.
    const used = levelsInUse(await treeForUpdate(tx));
    const settings = await settingsForUpdate(tx);
    const before = ofDangerAndLevels({ ...tx.ctx.county, settings }).placeLevels;
    mustBeAsRead(before, change.read.placeLevels);
    const { placeLevels } = change;
    for (const [at, { name }] of placeLevels.entries()) mustBeInOwnLanguage(tx, name, `/placeLevels/${at}/name`);
    const ofPlaces = (levels: Levels) => levels.map(({ level }) => level).filter((level) => used.includes(level));
    const names = (levels: Levels) => levels.map(({ level }) => level);
    if (ofPlaces(placeLevels).join() !== ofPlaces(before).join() || placeLevels[0]?.level !== before[0]?.level)
      refuse('LevelsInUse', { levels: ofPlaces(before).join(', ') });
    await writeSettings(tx, { levels: placeLevels });
    await audit(tx, actor, {
      act: 'county.change-place-levels',
      noun: 'county',
      subjectId: String(tx.countyId),
      detail: { levels: names(placeLevels), former: names(before) },
    });
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what: ['placeLevels'] });
  });
  return settingsView(ctx, actor);
}
