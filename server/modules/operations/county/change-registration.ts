import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { settingsForUpdate, writeSettings } from '#platform/change-county';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { Registration, RegistrationChange, SettingsView } from '../contract.ts';
import { countyChanged } from '../events.ts';
import { registrationIn } from '../registration.ts';
import { settingsView } from '../settings-view.ts';

/** 备案号、许可证号、举报电话: sets the numbers at the foot of every public page.
 *  Refuses: StaleVersion (409) when somebody else changed them since they were read. */
export async function changeRegistration(ctx: Ctx, actor: Actor, change: RegistrationChange): Promise<SettingsView> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'setting.change', { placeId: rootPlace(tx).id });
    const before = registrationIn(await settingsForUpdate(tx));
    const { read, ...after } = change;
    mustBeAsRead(before, read);
    await writeSettings(tx, { registration: after });
    const what = (Object.keys(after) as (keyof Registration)[]).filter((one) => after[one] !== before[one]);
    await audit(tx, actor, {
      act: 'county.change-registration',
      noun: 'county',
      subjectId: String(tx.countyId),
      detail: { what },
    });
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what: ['registration'] });
  });
  return settingsView(ctx, actor);
}
