import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { settingsForUpdate, writeSettings } from '#platform/change-county';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { OwnDays, OwnDaysChange, SettingsView } from '../contract.ts';
import { countyChanged } from '../events.ts';
import { ownDaysOf } from '../own-days.ts';
import { settingsView } from '../settings-view.ts';

/** Sets the days on which the county's offices are closed or open against its country's calendar. Times for answering that were given before stay.
 *  Refuses: StaleVersion (409) when somebody else changed them since they were read; BadRequest (400) for a day that is to be both. */
export async function changeOwnDays(ctx: Ctx, actor: Actor, change: OwnDaysChange): Promise<SettingsView> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'setting.change', { placeId: rootPlace(tx).id });
    mustBeAsRead(inOrder(ownDaysOf(await settingsForUpdate(tx))), inOrder(change.read));
    const after = inOrder(change);
    const both = after.daysWorked.findIndex((day) => after.daysOff.includes(day));
    if (both >= 0) refuse('BadRequest', {}, [{ path: `/daysWorked/${both}`, code: 'invalid_value' }]);
    await writeSettings(tx, after);
    await audit(tx, actor, {
      act: 'county.change-own-days',
      noun: 'county',
      subjectId: String(tx.countyId),
      detail: { ...after },
    });
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what: ['daysOff', 'daysWorked'] });
  });
  return settingsView(ctx, actor);
}

const inOrder = ({ daysOff, daysWorked }: OwnDays): OwnDays => ({
  daysOff: [...new Set(daysOff)].toSorted(),
  daysWorked: [...new Set(daysWorked)].toSorted(),
});
