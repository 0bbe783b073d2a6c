import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { settingsForUpdate, writeSettings } from '#platform/change-county';
import type { County } from '#platform/county';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { rootPlace } from '#places';

const setting = 'creditRequired';

/** Whether the county takes no text in while a picture in it names nobody who made it. */
export const isCreditRequired = ({ settings }: Pick<County, 'settings'>): boolean => settings[setting] === true;

/** Says whether a text is taken in while a picture in it names nobody; what was handed in before goes on. As it was already: nothing changes. */
export async function requireCredit(ctx: Ctx, actor: Actor, required: boolean): Promise<void> {
  await ctx.transaction(async (tx) => {
    const county = rootPlace(tx);
    must(tx, actor, 'check.switch', { placeId: county.id });
    if (isCreditRequired({ settings: await settingsForUpdate(tx) }) === required) return;
    await writeSettings(tx, { [setting]: required });
    await audit(tx, actor, {
      act: required ? 'check.require' : 'check.only-remind',
      noun: 'check',
      subjectId: county.id,
      detail: { check: 'picture-credit' },
    });
  });
}
