import { uploadLimitsIn } from '#media';
import { announcedUntil, groundMapIn, placesOf, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { addressOf } from '#platform/county-address';
import { abilitiesOn, mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { SettingsView } from './contract.ts';
import { limitsInUse } from './county/limits-in-use.ts';
import { levelsInUse, ofDangerAndLevels } from './danger-and-levels.ts';
import { ownDaysOf } from './own-days.ts';
import { registrationIn } from './registration.ts';

/** What the installation runs with, and the modules' own figures. */
export async function settingsView(ctx: Ctx, actor: Actor): Promise<SettingsView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'setting.read');
    const { app } = ctx;
    // Not the one of the request: it may have been changed by it.
    const county = app.counties.byId(ctx.county.id) ?? ctx.county;
    const figures: Record<string, number> = {};
    for (const module of app.modules) if (module.figures) Object.assign(figures, await module.figures(tx));
    return {
      county: {
        id: county.id,
        slug: county.slug,
        name: { ...county.name },
        publisher: { ...county.publisher },
        phone: county.phone,
        timeZone: county.timeZone,
        countryPack: county.countryPack,
        languages: [...county.languages],
        demonstration: county.demonstration,
        clockHeld: app.counties.isHeld(county.id),
        now: ctx.now().toISOString(),
        ...ownDaysOf(county.settings),
        registration: registrationIn(county.settings),
        uploadLimits: uploadLimitsIn(county.settings),
        groundMap: groundMapIn(county.settings),
        ...ofDangerAndLevels(county),
        usual: ofDangerAndLevels({ ...county, settings: {} }),
        levelsInUse: levelsInUse(placesOf(tx)),
        limits: await limitsInUse(tx),
        holidaysUntil: announcedUntil(county),
      },
      publicAddress: addressOf(ctx),
      mail: app.settings.smtpUrl ? 'smtp' : 'spool',
      files: app.files.kind,
      hosts: [...app.counties.hosts()].filter(([, id]) => id === county.id).map(([host]) => host),
      figures,
      abilities: abilitiesOn(tx, actor, 'setting', { placeId: rootPlace(tx).id }),
    };
  });
}
