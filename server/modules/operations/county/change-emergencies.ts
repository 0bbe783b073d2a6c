import { mustBeInOwnLanguage, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { settingsForUpdate, writeSettings } from '#platform/change-county';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { EmergenciesChange, SettingsView } from '../contract.ts';
import { ofDangerAndLevels } from '../danger-and-levels.ts';
import { countyChanged } from '../events.ts';
import { settingsView } from '../settings-view.ts';

/** 危急时打的号码: sets whom to call in danger, in the order of a form. Papers that were printed keep theirs.
 *  Refuses: StaleVersion (409) when somebody else changed them since they were read; BadRequest (400) for one without a word in the county's own language. */
export async function changeEmergencies(ctx: Ctx, actor: Actor, change: EmergenciesChange): Promise<SettingsView> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'setting.change', { placeId: rootPlace(tx).id });
    const settings = await settingsForUpdate(tx);
    const before = ofDangerAndLevels({ ...tx.ctx.county, settings }).emergencies;
    mustBeAsRead(before, change.read.emergencies);
    const { emergencies } = change;
    for (const [at, { name }] of emergencies.entries()) mustBeInOwnLanguage(tx, name, `/emergencies/${at}/name`);
    await writeSettings(tx, { emergencies });
    await audit(tx, actor, {
      act: 'county.change-emergencies',
      noun: 'county',
      subjectId: String(tx.countyId),
      detail: { emergencies: emergencies.map(({ number }) => number), former: before.map(({ number }) => number) },
    });
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what: ['emergencies'] });
  });
  return settingsView(ctx, actor);
}
