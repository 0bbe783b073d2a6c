import { uploadLimitsIn } from '#media';
import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { settingsForUpdate, writeSettings } from '#platform/change-county';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { SettingsView, UploadLimitsChange } from '../contract.ts';
import { countyChanged } from '../events.ts';
import { settingsView } from '../settings-view.ts';

/** 每人上传上限: sets how much one person may send. What is on its way goes on.
 *  Refuses: StaleVersion (409) when somebody else changed it since it was read. */
export async function changeUploadLimits(ctx: Ctx, actor: Actor, change: UploadLimitsChange): Promise<SettingsView> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'setting.change', { placeId: rootPlace(tx).id });
    const before = uploadLimitsIn(await settingsForUpdate(tx));
    const { read, ...after } = change;
    mustBeAsRead(before, read);
    await writeSettings(tx, { uploadLimits: after });
    await audit(tx, actor, {
      act: 'county.change-upload-limits',
      noun: 'county',
      subjectId: String(tx.countyId),
      detail: { ...after },
    });
    await emit(tx, countyChanged, actor, { countyId: String(tx.countyId), what: ['uploadLimits'] });
  });
  return settingsView(ctx, actor);
}
