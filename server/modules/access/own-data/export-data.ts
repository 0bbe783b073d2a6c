import type { z } from 'zod';
import { personById } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { dataMap, ownData } from '../contract.ts';
import { mustCoverRoles } from '../grant/must-cover-roles.ts';
import { accountThing } from '../permissions.ts';
import { mustBeInSession } from '../session/list-sessions.ts';

/** Everything the system holds about a person, module by module. For themselves, or by an administrator at their request (PIPL art. 45, GDPR art. 15). Refuses: RoleBeyondYours (403). */
export async function exportData(ctx: Ctx, actor: Actor, personId: string): Promise<z.infer<typeof ownData>> {
  mustBeInSession(actor);
  return ctx.transaction(async (tx) => {
    const person = found(await personById(tx, personId));
    must(tx, actor, 'own-data.export', accountThing(personId, person.placeId));
    if (actor.id !== personId) await mustCoverRoles(tx, actor, personId);
    const modules: z.infer<typeof ownData>['modules'] = {};
    for (const { name, personalData } of ctx.app.modules)
      if (personalData) modules[name] = await personalData.export(tx, personId);
    await audit(tx, actor, { act: 'own-data.export', noun: 'person', subjectId: personId });
    return { personId, at: tx.at.toISOString(), modules };
  });
}

/** The data map: what every personal column is for, on what ground, how long. */
export function dataMapOf(ctx: Ctx): z.infer<typeof dataMap> {
  return {
    columns: ctx.app.modules.flatMap((module) =>
      (module.personalData?.columns ?? []).map((column) => ({ module: module.name, ...column })),
    ),
  };
}
