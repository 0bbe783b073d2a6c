import { personForUpdate, shownName } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { dataErased } from '#platform/erasure';
import { emit } from '#platform/events';
import type { ErasureAgain } from '#platform/manifest';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { personErased } from '../events.ts';
import { isAdministrator, mustLeaveAdministrator } from '../grant/end-grant.ts';
import { mustCoverRoles } from '../grant/must-cover-roles.ts';
import { accountThing } from '../permissions.ts';
import { endSessions } from '../session/end-sessions.ts';
import { mustBeSteppedUp } from '../session/step-up.ts';

/** Deletes what the system holds about a person, in every module, at their wish (PIPL art. 47, GDPR art. 17). What must stay (signatures, hours, audit, published bylines) holds an id, or is public record.
 *  `name` is their shown name, typed once more. Refuses: StepUpRequired (401), NameDiffers (422), LastAdministrator (409), PersonErased (409), OnDuty (409) while nobody else is on the same post, RoleBeyondYours (403). */
export async function eraseData(ctx: Ctx, actor: Actor, personId: string, name: string): Promise<void> {
  mustBeSteppedUp(ctx, actor);
  await ctx.transaction(async (tx) => {
    const person = await personForUpdate(tx, personId);
    must(tx, actor, 'own-data.erase', accountThing(personId, person.placeId));
    if (person.erasedAt) refuse('PersonErased');
    if (actor.id !== personId) await mustCoverRoles(tx, actor, personId);
    if (name.trim() !== shownName(tx, person)) refuse('NameDiffers', {}, [{ path: '/name', code: 'invalid_value' }]);
    if (await isAloneOnDuty(tx, personId)) refuse('OnDuty');
    const administered = await isAdministrator(tx, personId);
    await erasePerson(tx, actor, personId);
    if (administered) await mustLeaveAdministrator(tx);
  });
}

/** Deletes in every module, the last first, so that nobody asks for what is gone. Asks nobody. */
export async function erasePerson(tx: Tx, actor: Actor, personId: string): Promise<void> {
  await endSessions(tx, actor, { personId }, 'erased');
  for (const { personalData } of tx.ctx.app.modules.toReversed()) await personalData?.erase(tx, personId);
  await audit(tx, actor, { act: 'own-data.erase', noun: 'person', subjectId: personId });
  await emit(tx, personErased, actor, { personId });
  await emit(tx, dataErased, actor, { noun: 'person', subjectId: personId });
}

/** A person whom a backup brought back is deleted again. */
export const personAgain: ErasureAgain = {
  noun: 'person',
  async again(tx, actor, personId) {
    const [person] = await tx.named<{ erased: boolean }>(
      'access.person-erased',
      'select erased_at is not null as erased from people.persons where county_id = $1 and id = $2',
      [tx.countyId, personId],
    );
    if (!person || person.erased) return false;
    await erasePerson(tx, actor, personId);
    return true;
  },
};

// Whoever watches alone hands over first, or names somebody: a post that falls empty unseen could withdraw nothing.
async function isAloneOnDuty(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.named(
    'access.alone-on-duty',
    `select 1 from access.grants g where g.county_id = $1 and g.person_id = $2 and g.duty and g.from_at <= $3 and g.until_at > $3
       and not exists (select 1 from access.grants o where o.county_id = $1 and o.person_id <> $2 and o.duty and o.role = g.role and o.place_id = g.place_id and o.from_at <= $3 and o.until_at > $3) limit 1`,
    [tx.countyId, personId, tx.at],
  );
  return rows.length > 0;
}
